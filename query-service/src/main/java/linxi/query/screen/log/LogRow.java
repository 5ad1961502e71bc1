package linxi.query.screen.log;

import linxi.events.wire.Envelope;
import linxi.events.wire.EventJson;
import linxi.query.screen.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log.
 *
 * @param by the acting party; null for the very first
 * @param page of what it happened to; null where there is none
 * @param data as JSON in lines, cut where there is too much of it
 * @param asked whether it is the one that was asked for
 */
record LogRow(
        long position,
        String name,
        int version,
        String aggregate,
        long sequence,
        String at,
        String recordedAt,
        @Nullable String by,
        @Nullable String page,
        String data,
        boolean cut,
        boolean asked) {
    /** An event with thousands of lines of income would fill a page alone. */
    private static final int LONGEST = 20_000;

    static LogRow of(Envelope it, boolean asked) {
        var data = EventJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(EventJson.mapper().readTree(it.data()));
        boolean cut = data.length() > LONGEST;
        return new LogRow(
                it.position(),
                it.name(),
                it.version(),
                it.aggregate(),
                it.sequence(),
                Reader.time(it.at()),
                Reader.time(it.recordedAt()),
                it.by(),
                page(it.aggregate()),
                cut ? data.substring(0, LONGEST) : data,
                cut,
                asked);
    }

    private static @Nullable String page(String aggregate) {
        var id = aggregate.substring(aggregate.indexOf('/') + 1);
        return switch (aggregate.substring(0, Math.max(0, aggregate.indexOf('/')))) {
            case "lot" -> "/lots/" + id;
            case "shipment" -> "/shipments/" + id;
            case "settlement" -> "/settlements/" + id;
            case "agreement" -> "/agreements/" + id;
            case "household" -> "/households/" + id + "/income";
            default -> null;
        };
    }
}
