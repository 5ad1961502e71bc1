package linxi.query.screen.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import linxi.events.ProductKind;
import linxi.query.screen.Reader;
import linxi.query.trace.Receipt;
import linxi.query.trace.Trace;
import linxi.query.trace.TraceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A trace in the reader's words.
 *
 * @param products each once, for titles
 * @param further whether there were more journeys than are told of
 */
record TraceOnPage(
        String code,
        boolean shipment,
        String number,
        String products,
        String origin,
        @Nullable String originPlace,
        List<Goods> goods,
        List<Leg> legs,
        boolean further) {

    /**
     * A lot.
     *
     * @param villages empty where none may be named
     */
    record Goods(
            String lot,
            String code,
            String product,
            @Nullable ProductKind kind,
            @Nullable LocalDate produced,
            boolean held,
            List<String> villages) {}

    /** A journey; a day is null until it has come. */
    record Leg(
            String market,
            @Nullable String place,
            Receipt receipt,
            @Nullable LocalDate dispatched,
            @Nullable LocalDate arrived,
            @Nullable LocalDate received) {}

    static TraceOnPage of(Trace it, MessageSource texts, Locale language) {
        var reader = new Reader(language);
        var goods = it.goods().stream().map(one -> goods(one, reader)).toList();
        var legs = it.legs().stream()
                .map(one -> new Leg(
                        reader.name(one.market().party()),
                        place(one.market(), texts, language),
                        one.receipt(),
                        one.dispatched(),
                        one.arrived(),
                        one.received()))
                .toList();
        return new TraceOnPage(
                it.code().text(),
                it.code().kind() == TraceCode.Kind.SHIPMENT,
                it.code().id(),
                String.join(", ", goods.stream().map(Goods::product).distinct().toList()),
                reader.name(it.origin().party()),
                place(it.origin(), texts, language),
                goods,
                legs,
                it.further());
    }

    private static Goods goods(Trace.Goods it, Reader reader) {
        return new Goods(
                it.lot().value(),
                new TraceCode(TraceCode.Kind.LOT, it.lot().value()).text(),
                reader.name(it.product()),
                it.kind(),
                it.produced(),
                it.held(),
                it.villages().stream().map(reader::name).toList());
    }

    /** Region and district, as far as they are known; a region that we have no name for by its code. */
    private static @Nullable String place(Trace.Place it, MessageSource texts, Locale language) {
        var region = it.region() == null
                ? null
                : texts.getMessage("region." + it.region(), new Object[0], it.region(), language);
        if (region == null) {
            return it.district();
        }
        return it.district() == null ? region : region + " " + it.district();
    }
}
