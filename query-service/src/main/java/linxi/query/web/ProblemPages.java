package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Writes a refusal for whoever opened a page, where the rest of the pages is written: above this package. */
public interface ProblemPages {
    /** Whether somebody looks at the answer in a browser, and asked for no data. */
    boolean areMeant(HttpServletRequest http);

    /** Of the pages. */
    Locale language(HttpServletRequest http);

    /** @return HTML */
    String page(Problem problem, HttpServletRequest http);
}
