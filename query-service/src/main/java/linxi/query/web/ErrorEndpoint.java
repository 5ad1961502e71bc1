package linxi.query.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container refused before any endpoint saw it, in the same form as everything else. */
@Hidden
@RestController
class ErrorEndpoint implements ErrorController {
    private final Problems problems;

    ErrorEndpoint(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest http) {
        int status = http.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var rule = switch (status) {
            case 404 -> QueryRule.NO_SUCH_PATH;
            case 405 -> QueryRule.WRONG_METHOD;
            case 413 -> QueryRule.BODY_TOO_LARGE;
            default -> status < 500 ? QueryRule.BAD_REQUEST : QueryRule.SERVER_FAULT;
        };
        return problems.problem(new Refused(rule), http, new HttpHeaders());
    }
}
