package linxi.query.screen.household;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.access.Role;
import linxi.access.gate.HouseholdAccesses;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.screen.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who looked at households by their keys, and what for: for whoever audits, the newest first. */
@Controller
class LooksPage {
    private static final String PATH = "/household-access";
    private static final int ROWS = 100;

    private final HouseholdAccesses looks;

    LooksPage(HouseholdAccesses looks) {
        this.looks = looks;
    }

    /**
     * @param purpose null of those who are not asked
     * @param address what was looked at
     */
    record Row(
            String at, String account, Role role, @Nullable String purpose, String address) {
        static Row of(HouseholdAccesses.Look it) {
            return new Row(
                    Reader.time(it.at()), it.account(), it.role(), it.isUnasked() ? null : it.purpose(), it.address());
        }
    }

    @GetMapping(PATH)
    String looks(HttpServletRequest http, Model model) {
        var asked = new Asked(http.getParameterMap());
        var after = asked.after();
        asked.nothingElse();
        if (after != null && !HouseholdAccesses.isId(after)) {
            throw new Refused(QueryRule.BAD_CURSOR, "after", after);
        }
        var found = looks.newest(after, ROWS + 1);
        List<HouseholdAccesses.Look> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("rows", shown.stream().map(Row::of).toList());
        model.addAttribute(
                "older",
                found.size() > ROWS ? PATH + "?after=" + shown.getLast().id() : null);
        model.addAttribute("newest", after == null ? null : PATH);
        return "household-access";
    }
}
