package linxi.query.screen.paper;

import java.time.Instant;
import linxi.query.print.Grid;
import linxi.query.screen.Reader;
import org.jspecify.annotations.Nullable;

/** The events that a paper rests on, by the positions at which anybody who may read the log finds them. */
final class Evidence {
    private Evidence() {}

    static Grid grid(Wording words) {
        return new Grid()
                .text(words.of("paper.event"), 3)
                .text(words.of("paper.at"), 2.4f)
                .text(words.of("paper.recorded"), 2.4f)
                .text(words.of("paper.by"), 2.4f)
                .number(words.of("paper.position.title"), 1.4f);
    }

    static void add(Grid to, String event, Instant at, Instant recordedAt, @Nullable String by, long position) {
        to.row(event, Reader.time(at), Reader.time(recordedAt), by == null ? "–" : by, Long.toString(position));
    }
}
