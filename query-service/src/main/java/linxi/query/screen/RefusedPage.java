package linxi.query.screen;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.query.web.Problem;
import linxi.query.web.ProblemPages;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A refusal as a page: what is wrong, in words, and the way on. Whoever asks for data gets data. */
@Component
class RefusedPage implements ProblemPages {
    /** Where programs ask; a browser that opens one of them sees what they would. */
    private static final List<String> DATA = List.of("/api/", "/admin/", "/v3/", "/actuator/");

    private final SpringTemplateEngine templates;
    private final Frame frame;

    RefusedPage(SpringTemplateEngine templates, Frame frame) {
        this.templates = templates;
        this.frame = frame;
    }

    @Override
    public boolean areMeant(HttpServletRequest http) {
        var accept = http.getHeader("Accept");
        var path = asked(http, RequestDispatcher.ERROR_REQUEST_URI, http.getRequestURI());
        return asked(http, RequestDispatcher.ERROR_METHOD, http.getMethod()).equals("GET")
                && accept != null
                && accept.contains("text/html")
                && DATA.stream().noneMatch(path::startsWith);
    }

    /** What was asked at first: the container hands errors on as a GET of another address. */
    private static String asked(HttpServletRequest http, String attribute, String now) {
        return http.getAttribute(attribute) instanceof String before ? before : now;
    }

    @Override
    public Locale language(HttpServletRequest http) {
        return ScreenConfiguration.language(http);
    }

    @Override
    public String page(Problem problem, HttpServletRequest http) {
        var language = language(http);
        Map<String, Object> model = Map.of("around", frame.around(http, language), "problem", problem);
        return templates.process("refused", new Context(language, model));
    }
}
