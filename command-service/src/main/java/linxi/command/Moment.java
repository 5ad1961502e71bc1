package linxi.command;

import java.time.Instant;

/**
 * The business time of a command: stated by the caller, or the server's clock when the request came in. A stated time
 * is judged; the clock's is moved up to the event before it, because commands may be decided in another order than
 * they came in.
 */
public record Moment(Instant at, boolean stated) {
    public static Moment stated(Instant at) {
        return new Moment(at, true);
    }

    public static Moment clock(Instant now) {
        return new Moment(now, false);
    }

    /** @throws Refused with {@code broken} where the caller stated a time before {@code previous} */
    public Instant notBefore(Instant previous, Rule broken) {
        if (!at.isBefore(previous)) {
            return at;
        }
        if (stated) {
            throw new Refused(broken, "at", at);
        }
        return previous;
    }
}
