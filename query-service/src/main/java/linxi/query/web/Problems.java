package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every refusal and failure as {@code application/problem+json}, or as a page for people, in the caller's language. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ProblemPages pages;

    Problems(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Refused refused, HttpServletRequest http) {
        return problem(refused, http, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<?> badBody(BodyRefused refused, HttpServletRequest http) {
        var rule = switch (refused.reason()) {
            case TOO_LARGE -> QueryRule.BODY_TOO_LARGE;
            case TOO_SLOW -> QueryRule.BODY_TOO_SLOW;
            case BROKEN -> QueryRule.BAD_REQUEST;
            case NO_ROOM -> QueryRule.COME_AGAIN;
        };
        return refused(new Refused(rule), http);
    }

    @ExceptionHandler
    ResponseEntity<?> noAccess(AccessRefused refused, HttpServletRequest http) {
        var rule = refused.reason() == AccessRefused.Reason.CANNOT_TELL
                ? QueryRule.COME_AGAIN
                : QueryRule.valueOf(refused.reason().name());
        return refused(new Refused(rule, refused.field(), null), http);
    }

    @ExceptionHandler
    ResponseEntity<?> comeAgain(Crowded crowd, HttpServletRequest http) {
        LOG.warn("503 for {} {}: {}", http.getMethod(), CorrelationFilter.path(http), crowd.getMessage());
        return refused(new Refused(QueryRule.COME_AGAIN), http);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<?> unknownPath(HttpServletRequest http) {
        return problem(new Refused(QueryRule.NO_SUCH_PATH, null, http.getRequestURI()), http, new HttpHeaders());
    }

    /** Escapes that are none, or too many parameters. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<?> unreadable(HttpServletRequest http) {
        return problem(new Refused(QueryRule.BAD_REQUEST), http, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<?> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest http) {
        return problem(new Refused(QueryRule.WRONG_METHOD, null, http.getMethod()), http, wrong.getHeaders());
    }

    @ExceptionHandler(HttpMediaTypeException.class)
    ResponseEntity<?> wrongType(HttpServletRequest http) {
        return problem(new Refused(QueryRule.NOT_ACCEPTABLE), http, new HttpHeaders());
    }

    /** An answer that has begun is broken off, never ended as if it were whole. */
    @ExceptionHandler
    ResponseEntity<?> fault(Exception fault, HttpServletRequest http, HttpServletResponse answer) throws Exception {
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

    ResponseEntity<?> problem(Refused refused, HttpServletRequest http, HttpHeaders headers) {
        boolean isPage = pages.areMeant(http);
        var language = isPage ? pages.language(http) : ProblemTexts.language(http);
        var problem = problem(refused, http, language);
        int status = problem.status();
        CorrelationFilter.refused(http, problem.rule());
        var answer = ResponseEntity.status(status).headers(headers);
        if (status == 503) {
            answer = answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (isPage) {
            var page = pages.page(problem, http);
            return answer.contentType(HTML).cacheControl(CacheControl.noStore()).body(page);
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(problem);
    }

    private static Problem problem(Refused refused, HttpServletRequest http, Locale language) {
        var rule = refused.rule();
        var detail = ProblemTexts.detail(refused, language);
        return new Problem(
                "urn:linxi:rule:" + rule.name(),
                ProblemTexts.title(rule.status(), language),
                rule.status(),
                detail,
                rule.name(),
                CorrelationFilter.of(http),
                List.of(new Problem.Item(refused.field(), refused.value(), rule.name(), detail)));
    }
}
