package linxi.query.screen.lot;

import java.util.List;
import linxi.query.Amount;
import linxi.query.Named;
import linxi.query.lot.LotMoment;
import linxi.query.lot.Lots;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import org.jspecify.annotations.Nullable;

/** How a lot came where it is, in the reader's words, oldest first. */
final class LotTimeline {
    private LotTimeline() {}

    /**
     * One event.
     *
     * @param event its stable name; with {@code event.} before it a key of the texts
     * @param by whoever acted; null where nobody knows
     */
    record Moment(
            String event,
            String at,
            String recordedAt,
            long position,
            @Nullable String by,
            @Nullable String shipment,
            @Nullable Shown quantity,
            @Nullable String reason) {}

    /** The newest of them, at most {@code most}. */
    static List<Moment> of(Lots.Past past, int most, Reader reader) {
        var all = past.moments();
        var actors = past.actors().values().toArray(Named[]::new);
        return all.subList(Math.max(0, all.size() - most), all.size()).stream()
                .map(it -> moment(it, actors, reader))
                .toList();
    }

    private static Moment moment(LotMoment it, Named[] actors, Reader reader) {
        return new Moment(
                it.event(),
                Reader.time(it.at()),
                Reader.time(it.recordedAt()),
                it.position(),
                reader.actor(it.by(), actors),
                it.shipment() == null ? null : it.shipment().value(),
                it.quantity() == null ? null : reader.figures().amount(Amount.of(it.quantity())),
                it.reason());
    }
}
