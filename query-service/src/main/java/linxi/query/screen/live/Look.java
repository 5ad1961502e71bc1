package linxi.query.screen.live;

import linxi.query.feed.Freshness;
import linxi.query.web.Reads;
import org.springframework.stereotype.Component;

/** Looks how far everything is folded: by what is stored, so that what other instances fold is seen too. */
@Component
public class Look {
    private final Freshness freshness;
    private final Reads reads;

    Look(Freshness freshness, Reads reads) {
        this.freshness = freshness;
        this.reads = reads;
    }

    /** @throws RuntimeException that {@link linxi.query.mongo.Views#isAway} knows, where MongoDB does not answer */
    public Stand now() {
        long position = freshness.asOf();
        return new Stand(position, reads.read(answers -> answers.newest().recordedAt()), freshness.behind(), true);
    }

    /** The same where nothing happened since, at a smaller price. */
    Stand since(Stand before) {
        long position = freshness.asOf();
        return position == before.position() ? new Stand(position, before.at(), freshness.behind(), true) : now();
    }
}
