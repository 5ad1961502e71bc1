package linxi.query.screen.log;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import linxi.query.Asked;
import linxi.query.web.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 事件日志: the log as it was written, from a position on or the newest of it. With an aggregate, only what happened to
 * it, looked for in a longer part of the log: there is no index by aggregates.
 */
@Controller
class LogPage {
    private static final String PATH = "/events";
    private static final int ROWS = 50;
    private static final int LOOKED_THROUGH = 1_000;

    /** An id, alone or as {@code lot/T1}. */
    private static final Pattern AGGREGATE = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    private final LogReader log;

    LogPage(LogReader log) {
        this.log = log;
    }

    @GetMapping(PATH)
    String events(HttpServletRequest http, Model model) {
        var asked = new Asked(http.getParameterMap());
        var position = asked.whole("position", 1);
        var aggregate = asked.text("aggregate", AGGREGATE);
        asked.nothingElse();
        int range = aggregate == null ? ROWS : LOOKED_THROUGH;
        long after = position == null ? Math.max(0, head(http) - range) : position - 1;
        var part = log.read(http, after, range);
        var events = part.events();
        long first = after + 1;
        long last = events.isEmpty() ? after : events.getLast().position();
        model.addAttribute("rows", rows(part, aggregate, position));
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("head", part.head());
        model.addAttribute("empty", events.isEmpty());
        model.addAttribute("position", position);
        model.addAttribute("aggregate", aggregate);
        model.addAttribute("cut", part.isCut());
        model.addAttribute("earlier", first <= 1 ? null : at(Math.max(1, first - range), aggregate));
        model.addAttribute("later", last >= part.head() ? null : at(last + 1, aggregate));
        model.addAttribute("newest", position == null ? null : at(null, aggregate));
        return "events";
    }

    /** Where the log ends: an answer with no event in it says so too. */
    private long head(HttpServletRequest http) {
        return log.read(http, Long.MAX_VALUE, 1).head();
    }

    private static List<LogRow> rows(LogReader.Part part, @Nullable String aggregate, @Nullable Long position) {
        return part.events().stream()
                .filter(it -> aggregate == null || isOf(it.aggregate(), aggregate))
                .map(it -> LogRow.of(it, Objects.equals(position, it.position())))
                .toList();
    }

    private static boolean isOf(String aggregate, String asked) {
        return aggregate.equals(asked)
                || aggregate.substring(aggregate.indexOf('/') + 1).equals(asked);
    }

    private static String at(@Nullable Long position, @Nullable String aggregate) {
        var address = UriComponentsBuilder.fromPath(PATH);
        if (position != null) {
            var _ = address.queryParam("position", position);
        }
        if (aggregate != null) {
            var _ = address.queryParam("aggregate", aggregate);
        }
        return address.encode().toUriString();
    }
}
