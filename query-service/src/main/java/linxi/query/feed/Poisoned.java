package linxi.query.feed;

import org.jspecify.annotations.Nullable;

/** An event that cannot be read or folded. It is never skipped: its unit is parked until a program can. */
public final class Poisoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Poison poison;

    Poisoned(Poison poison, @Nullable Throwable cause) {
        super("event " + poison.position() + ": " + poison.reason(), cause);
        this.poison = poison;
    }

    public long position() {
        return poison.position();
    }

    Poison poison() {
        return poison;
    }
}
