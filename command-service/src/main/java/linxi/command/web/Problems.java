package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import linxi.access.AccessRefused;
import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.command.Rule;
import linxi.command.axon.Busy;
import linxi.command.store.StoreAway;
import linxi.command.store.TooLarge;
import linxi.edge.http.BodyRefused;
import linxi.edge.http.CorrelationFilter;
import linxi.edge.http.Crowded;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure as {@code application/problem+json}, in the caller's language, with nothing of our insides. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest http) {
        return problem(FormError.of(refused), http);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badRequest(BadRequest bad, HttpServletRequest http) {
        var worst = worst(bad.errors());
        var headers = new HttpHeaders();
        if (status(worst.rule()) == HttpRule.COME_AGAIN.status()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return problem(worst, bad.errors(), http, headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badBody(BodyRefused refused, HttpServletRequest http) {
        var rule = switch (refused.reason()) {
            case TOO_LARGE -> HttpRule.BODY_TOO_LARGE;
            case TOO_SLOW -> HttpRule.BODY_TOO_SLOW;
            case BROKEN -> HttpRule.BAD_REQUEST;
            case NO_ROOM -> HttpRule.COME_AGAIN;
        };
        return badRequest(new BadRequest(rule, null, null), http);
    }

    @ExceptionHandler
    ResponseEntity<Problem> noAccess(AccessRefused refused, HttpServletRequest http) {
        var rule = switch (refused.reason()) {
            case NOT_LOGGED_IN, WRONG_NAME_OR_PASSWORD -> HttpRule.NOT_LOGGED_IN;
            case PASSWORD_TO_BE_CHANGED -> HttpRule.PASSWORD_TO_BE_CHANGED;
            case CSRF_TOKEN_WRONG -> HttpRule.CSRF_TOKEN_WRONG;
            case TOKEN_REFUSED -> HttpRule.TOKEN_REFUSED;
            case NO_ROLE_GIVEN -> HttpRule.NO_ROLE_GIVEN;
            case SEVERAL_ROLES -> HttpRule.SEVERAL_ROLES;
            case NO_ORGANISATION_GIVEN -> HttpRule.NO_ORGANISATION_GIVEN;
            case DISABLED_HERE -> HttpRule.DISABLED_HERE;
            case PROVIDER_AWAY -> HttpRule.PROVIDER_AWAY;
            case CANNOT_TELL -> HttpRule.COME_AGAIN;
            default -> HttpRule.ROLE_NOT_ALLOWED;
        };
        return badRequest(new BadRequest(rule, refused.field(), null), http);
    }

    @ExceptionHandler(TooLarge.class)
    ResponseEntity<Problem> tooLarge(HttpServletRequest http) {
        return problem(FormError.of(RequestRule.TOO_LARGE, null, null), http);
    }

    @ExceptionHandler({StoreAway.class, Busy.class, Crowded.class})
    ResponseEntity<Problem> comeAgain(RuntimeException away, HttpServletRequest http, HttpServletResponse answer) {
        if (answer.isCommitted()) {
            throw away;
        }
        LOG.warn("503 for {} {}: {}", http.getMethod(), CorrelationFilter.path(http), away.getMessage());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        var error = FormError.of(HttpRule.COME_AGAIN, null, null);
        return problem(error, List.of(error), http, headers);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Problem> unknownPath(HttpServletRequest http) {
        return problem(FormError.of(HttpRule.NO_SUCH_PATH, null, http.getRequestURI()), http);
    }

    /** Escapes that are none, or too many parameters. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Problem> unreadable(HttpServletRequest http) {
        return problem(FormError.of(HttpRule.BAD_REQUEST, null, null), http);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest http) {
        var error = FormError.of(HttpRule.WRONG_METHOD, null, http.getMethod());
        return problem(error, List.of(error), http, wrong.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(HttpMediaTypeException wrong, HttpServletRequest http) {
        var rule = wrong instanceof HttpMediaTypeNotAcceptableException
                ? HttpRule.NOT_ACCEPTABLE
                : HttpRule.WRONG_CONTENT_TYPE;
        return problem(FormError.of(rule, null, null), http);
    }

    /** An answer that has begun is broken off, never ended as if it were whole. */
    @ExceptionHandler
    ResponseEntity<Problem> fault(Exception fault, HttpServletRequest http, HttpServletResponse answer)
            throws Exception {
        if (answer.isCommitted()) {
            throw fault;
        }
        LOG.error("{} {} failed", http.getMethod(), CorrelationFilter.path(http), fault);
        return problem(FormError.of(HttpRule.SERVER_FAULT, null, null), http);
    }

    private static ResponseEntity<Problem> problem(FormError error, HttpServletRequest http) {
        return problem(error, List.of(error), http, new HttpHeaders());
    }

    static ResponseEntity<Problem> problem(
            FormError worst, List<FormError> errors, HttpServletRequest http, HttpHeaders headers) {
        CorrelationFilter.refused(http, worst.rule().name());
        return ResponseEntity.status(status(worst.rule()))
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        ProblemTexts.language(http).toLanguageTag())
                .body(written(worst, errors, http));
    }

    /** What is said of it, in the caller's language. */
    static Problem written(FormError worst, List<FormError> errors, HttpServletRequest http) {
        var language = ProblemTexts.language(http);
        int status = status(worst.rule());
        var items = errors.stream()
                .map(error -> new Problem.Item(
                        error.field(), error.value(), error.rule().name(), ProblemTexts.detail(error, language)))
                .toList();
        return new Problem(
                "urn:linxi:rule:" + worst.rule().name(),
                ProblemTexts.title(status, language),
                status,
                ProblemTexts.detail(worst, language),
                worst.rule().name(),
                CorrelationFilter.of(http),
                items);
    }

    /** The one of several errors that says what becomes of the whole. */
    static FormError worst(List<FormError> errors) {
        return errors.stream()
                .filter(error -> status(error.rule()) == 400)
                .findFirst()
                .orElse(errors.getFirst());
    }

    static int status(Rule rule) {
        if (rule instanceof HttpRule http) {
            return http.status();
        }
        return switch (rule.verdict()) {
            case MALFORMED -> 400;
            case NOBODY_ACTS -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case INVALID -> 422;
        };
    }
}
