package linxi.query.screen.drill;

import jakarta.servlet.http.HttpServletRequest;
import linxi.query.Asked;
import linxi.query.Refused;
import linxi.query.list.NewestFirst;
import linxi.query.list.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of a list under a figure. */
final class Paging {
    private static final int ROWS = 100;

    private Paging() {}

    /** @throws Refused where its cursor is none, or something else was asked */
    static NewestFirst of(Asked asked) {
        var list = NewestFirst.of(asked, ROWS);
        asked.nothingElse();
        return list;
    }

    /**
     * Where to go on, where to begin anew, and where all of it is to be had.
     *
     * @param file the address of the workbook
     */
    static void add(Model model, HttpServletRequest http, Page<?> page, String file) {
        model.addAttribute("older", page.next() == null ? null : here(http, page.next()));
        model.addAttribute("newest", http.getParameter("after") == null ? null : here(http, null));
        model.addAttribute("export", at(file, http, null));
    }

    private static String here(HttpServletRequest http, @Nullable String after) {
        return at(http.getRequestURI(), http, after);
    }

    private static String at(String path, HttpServletRequest http, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        http.getParameterMap().forEach((name, values) -> {
            if (!name.equals("after") && !name.equals(Asked.AT_LEAST)) {
                address.queryParam(name, (Object[]) values);
            }
        });
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().toUriString();
    }
}
