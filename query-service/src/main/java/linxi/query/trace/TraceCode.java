package linxi.query.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in a QR code behind {@code /t/}: {@code S.SH1} for a shipment, {@code L.T1} for a lot. */
public record TraceCode(Kind kind, String id) {
    private static final Pattern TEXT = Pattern.compile("([SL])\\.([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    /** What it is of. */
    public enum Kind {
        SHIPMENT,
        LOT
    }

    /** Nothing where the text is none of our codes. */
    public static Optional<TraceCode> of(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new TraceCode(found.group(1).equals("S") ? Kind.SHIPMENT : Kind.LOT, found.group(2)))
                : Optional.empty();
    }

    public String text() {
        return switch (kind) {
            case SHIPMENT -> "S." + id;
            case LOT -> "L." + id;
        };
    }
}
