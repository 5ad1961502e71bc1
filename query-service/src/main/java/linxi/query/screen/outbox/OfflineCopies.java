package linxi.query.screen.outbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.access.web.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells the browser's worker whose each page is, and which may be kept for reading without a network: those that a clerk
 * needs on the way. A page with another label ends all copies of the one before.
 */
@ControllerAdvice("linxi.query.screen")
class OfflineCopies {
    static final String LABEL = "Linxi-Offline";

    /** Stands behind the label of a page that may be kept. */
    static final String KEEP = ";keep";

    private static final Pattern KEPT = Pattern.compile("/|/outbox|/shipments(/[^/]+)?");

    private final Edition edition;
    private final AccessSettings settings;

    OfflineCopies(Edition edition, AccessSettings settings) {
        this.edition = edition;
        this.settings = settings;
    }

    @ModelAttribute
    void label(HttpServletRequest http, HttpServletResponse answer) {
        var caller = Access.of(http).caller();
        boolean kept = isForTheRoad(caller)
                && http.getQueryString() == null
                && KEPT.matcher(http.getRequestURI()).matches();
        answer.setHeader(LABEL, edition.labelFor(reader(caller)) + (kept ? KEEP : ""));
    }

    private boolean isForTheRoad(@Nullable Caller caller) {
        return caller == null ? !settings.login() : caller.role() == Role.CLERK;
    }

    private static String reader(@Nullable Caller caller) {
        return caller == null ? "" : caller.name() + " " + caller.role() + " " + caller.organisation();
    }
}
