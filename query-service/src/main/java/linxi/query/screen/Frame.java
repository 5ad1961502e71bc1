package linxi.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.access.gate.Login;
import linxi.access.web.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is logged in, the language, and what must not be overlooked. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {
    private final AccessSettings settings;

    Frame(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * @param name for people to read; null where nobody is logged in
     * @param account the same person for machines, as {@code /me} names it
     * @param role null where nobody is logged in
     * @param login whether there are logins at all
     * @param demo whether there are accounts that everybody knows
     * @param password whether there is one here that the reader can change
     * @param path of the page, to come back to
     * @param menu nothing where somebody has to log in first
     */
    record Around(
            @Nullable String name,
            @Nullable String account,
            @Nullable String role,
            @Nullable String organisation,
            boolean login,
            boolean demo,
            boolean password,
            boolean chinese,
            String path,
            List<MenuItem.Entry> menu) {
        /** What shipments are called for this reader: a key of the texts. */
        public String shipmentsTitle() {
            return MenuItem.SHIPMENTS.title(role == null ? null : Role.valueOf(role));
        }

        /** What {@code aria-current} says of an entry of the menu: it is this page, or led to it. */
        public @Nullable String current(MenuItem.Entry entry) {
            if (entry.path().equals(path)) {
                return "page";
            }
            boolean another = menu.stream().anyMatch(it -> it.path().equals(path));
            return !another && path.startsWith(entry.section()) ? "true" : null;
        }
    }

    @ModelAttribute("around")
    Around around(HttpServletRequest http, HttpServletResponse answer, Locale language) {
        answer.setHeader("Cache-Control", "no-store");
        return around(http, language);
    }

    Around around(HttpServletRequest http, Locale language) {
        var caller = Access.of(http).caller();
        var organisation = caller == null ? null : caller.organisation();
        var current = Login.current();
        return new Around(
                current == null ? null : current.shownName(),
                current == null ? null : current.getName(),
                caller == null ? null : caller.role().name(),
                organisation == null ? null : organisation.value(),
                settings.login(),
                settings.demo(),
                current != null && !current.isOfProvider(),
                language.getLanguage().equals("zh"),
                http.getRequestURI(),
                settings.login() && caller == null ? List.of() : MenuItem.of(caller == null ? null : caller.role()));
    }
}
