package linxi.command.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container refused before any controller saw it, in the same form as everything else. */
@Hidden
@RestController
class ErrorEndpoint implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Problem> error(HttpServletRequest http) {
        int status = http.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var rule = switch (status) {
            case 404 -> HttpRule.NO_SUCH_PATH;
            case 405 -> HttpRule.WRONG_METHOD;
            case 413 -> HttpRule.BODY_TOO_LARGE;
            case 415 -> HttpRule.WRONG_CONTENT_TYPE;
            default -> status < 500 ? HttpRule.BAD_REQUEST : HttpRule.SERVER_FAULT;
        };
        var error = FormError.of(rule, null, null);
        return Problems.problem(error, List.of(error), http, new HttpHeaders());
    }
}
