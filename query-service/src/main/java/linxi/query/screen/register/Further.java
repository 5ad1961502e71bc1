package linxi.query.screen.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.query.list.Page;
import linxi.query.screen.Narrowed;
import org.jspecify.annotations.Nullable;

/** Links of a page of a list: on, and back to its beginning; null where there is nothing to be led to. */
record Further(@Nullable String next, @Nullable String first) {
    static Further of(HttpServletRequest http, String path, List<String> kept, Page<?> page) {
        var next = page.next();
        return new Further(
                next == null ? null : Narrowed.with(http, path, kept, "after", next),
                http.getParameter("after") == null ? null : Narrowed.with(http, path, kept, "after", null));
    }
}
