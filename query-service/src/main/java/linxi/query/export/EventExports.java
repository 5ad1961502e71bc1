package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.web.EventLog;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The event log as a file: {@code limit} events, 1 to 10 000, {@code after} a position. */
@Hidden
@RestController
@RequestMapping("/export")
class EventExports {
    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;

    private final EventLog log;
    private final MessageSource texts;

    EventExports(EventLog log, MessageSource texts) {
        this.log = log;
        this.texts = texts;
    }

    @GetMapping("/events.{format}")
    void events(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        judge(new Asked(http.getParameterMap()));
        var words = new Words(texts, language);
        var title = words.of("events");
        var table = table(words, title);
        try (var events = log.open(http)) {
            Download.send(answer, as, FileName.of("events", title, Days.ALL, as), file -> {
                table.begin(file);
                for (var event = events.next(); event != null; event = events.next()) {
                    table.line(file, event);
                }
            });
        }
    }

    /** As the command service does, but in our words. */
    private static void judge(Asked asked) {
        var after = asked.text("after");
        if (after != null && !after.matches("[0-9]{1,18}")) {
            throw new Refused(QueryRule.BAD_VALUE, "after", after);
        }
        var _ = asked.number("limit", USUAL, 1, MOST);
        asked.nothingElse();
    }

    private static Table<JsonNode> table(Words words, String title) {
        return new Table<JsonNode>(words, title)
                .with("position", it -> Cell.count(it.path("position").asLong()))
                .with("event", it -> text(it, "name"))
                .with("event.version", it -> Cell.count(it.path("version").asLong()))
                .with("aggregate", it -> text(it, "aggregate"))
                .with("sequence", it -> Cell.count(it.path("sequence").asLong()))
                .with("happened", it -> Cell.moment(Instant.parse(it.path("at").asString())))
                .with(
                        "recorded",
                        it -> Cell.moment(Instant.parse(it.path("recordedAt").asString())))
                .with("by", it -> text(it, "by"))
                .with("data", it -> Cell.text(it.path("data").toString()));
    }

    private static Cell text(JsonNode event, String name) {
        var value = event.path(name);
        return value.isString() ? Cell.text(value.asString()) : Cell.EMPTY;
    }
}
