package linxi.events.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties one request of a caller to everything it causes: its answer, log lines, events and histories. The
 * caller may choose it; what could do harm in a log or name a person is replaced by a new one.
 */
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";

    /** What it is called in logs, histories and answers. */
    public static final String NAME = "correlation";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** An identity card or mobile number: events and logs keep none. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private Correlation() {}

    /** The id that the caller stated where it can be taken, else a new one. */
    public static String of(@Nullable String stated) {
        return stated != null && isAccepted(stated) ? stated : UUID.randomUUID().toString();
    }

    private static boolean isAccepted(String stated) {
        return ACCEPTED.matcher(stated).matches()
                && (UUID_FORM.matcher(stated).matches()
                        || !PERSONAL.matcher(stated).find());
    }
}
