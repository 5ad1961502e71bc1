package linxi.query.screen.outbox;

import jakarta.servlet.http.HttpServletRequest;
import linxi.query.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 待上传: what this browser holds and has not sent. The page itself says nothing; all of it is in the browser. */
@Controller
class OutboxPage {
    @GetMapping("/outbox")
    String outbox(HttpServletRequest http) {
        new Asked(http.getParameterMap()).nothingElse();
        return "outbox";
    }
}
