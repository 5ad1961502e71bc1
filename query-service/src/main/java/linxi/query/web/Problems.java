package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import linxi.access.AccessRefused;
import linxi.edge.http.BodyRefused;
import linxi.edge.http.CorrelationFilter;
import linxi.edge.http.Crowded;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.mongo.Views;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every refusal and failure as {@code application/problem+json}, in the caller's language. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest http) {
        return problem(refused, http, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> badBody(BodyRefused refused, HttpServletRequest http) {
        var rule = switch (refused.reason()) {
            case TOO_LARGE -> QueryRule.BODY_TOO_LARGE;
            case TOO_SLOW -> QueryRule.BODY_TOO_SLOW;
            case BROKEN -> QueryRule.BAD_REQUEST;
            case NO_ROOM -> QueryRule.COME_AGAIN;
        };
        return refused(new Refused(rule), http);
    }

    @ExceptionHandler
    ResponseEntity<Problem> noAccess(AccessRefused refused, HttpServletRequest http) {
        var rule = refused.reason() == AccessRefused.Reason.CANNOT_TELL
                ? QueryRule.COME_AGAIN
                : QueryRule.valueOf(refused.reason().name());
        return refused(new Refused(rule, refused.field(), null), http);
    }

    @ExceptionHandler
    ResponseEntity<Problem> comeAgain(Crowded crowd, HttpServletRequest http) {
        LOG.warn("503 for {} {}: {}", http.getMethod(), CorrelationFilter.path(http), crowd.getMessage());
        return refused(new Refused(QueryRule.COME_AGAIN), http);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Problem> unknownPath(HttpServletRequest http) {
        return problem(new Refused(QueryRule.NO_SUCH_PATH, null, http.getRequestURI()), http, new HttpHeaders());
    }

    /** Escapes that are none, or too many parameters. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Problem> unreadable(HttpServletRequest http) {
        return problem(new Refused(QueryRule.BAD_REQUEST), http, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest http) {
        return problem(new Refused(QueryRule.WRONG_METHOD, null, http.getMethod()), http, wrong.getHeaders());
    }

    @ExceptionHandler(HttpMediaTypeException.class)
    ResponseEntity<Problem> wrongType(HttpServletRequest http) {
        return problem(new Refused(QueryRule.NOT_ACCEPTABLE), http, new HttpHeaders());
    }

    /** An answer that has begun is broken off, never ended as if it were whole. */
    @ExceptionHandler
    ResponseEntity<Problem> fault(Exception fault, HttpServletRequest http, HttpServletResponse answer)
            throws Exception {
        if (answer.isCommitted()) {
            throw fault;
        }
        if (Views.isAway(fault)) {
            LOG.warn("MongoDB is away: {}", fault.getMessage());
            return problem(new Refused(QueryRule.READ_MODELS_AWAY), http, new HttpHeaders());
        }
        if (fault instanceof IOException gone) {
            LOG.info("{} {}: {}", http.getMethod(), CorrelationFilter.path(http), gone.toString());
        } else {
            LOG.error("{} {} failed", http.getMethod(), CorrelationFilter.path(http), fault);
        }
        return problem(new Refused(QueryRule.SERVER_FAULT), http, new HttpHeaders());
    }

    static ResponseEntity<Problem> problem(Refused refused, HttpServletRequest http, HttpHeaders headers) {
        var language = ProblemTexts.language(http);
        var rule = refused.rule();
        var detail = ProblemTexts.detail(refused, language);
        CorrelationFilter.refused(http, rule.name());
        var problem = new Problem(
                "urn:linxi:rule:" + rule.name(),
                ProblemTexts.title(rule.status(), language),
                rule.status(),
                detail,
                rule.name(),
                CorrelationFilter.of(http),
                List.of(new Problem.Item(refused.field(), refused.value(), rule.name(), detail)));
        var answer = ResponseEntity.status(rule.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        if (rule.status() == 503) {
            answer = answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(problem);
    }
}
