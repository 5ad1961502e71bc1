package linxi.query.trace;

import java.time.LocalDate;
import java.util.List;
import linxi.events.LotId;
import linxi.events.ProductKind;
import linxi.query.Named;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of a shipment or a lot. There is no household in it, no price or quantity, no vehicle, and
 * nothing that somebody wrote freely.
 *
 * @param legs of a shipment its own; of a lot one for each shipment that holds some of it, the newest first
 * @param further whether the lot went on more journeys than are told of
 */
public record Trace(TraceCode code, Place origin, List<Goods> goods, List<Leg> legs, boolean further) {
    public Trace {
        goods = List.copyOf(goods);
        legs = List.copyOf(legs);
    }

    /**
     * A registered organisation, and where it is.
     *
     * @param region ISO 3166-2; null where it says none, like the district
     */
    public record Place(
            Named party, @Nullable String region, @Nullable String district) {}

    /**
     * A lot.
     *
     * @param kind null where the product is not registered
     * @param produced null where the lot is not known yet
     * @param held whether its origin keeps back what is left of it
     * @param villages those from which enough households brought something, so that none of them stands alone
     */
    public record Goods(
            LotId lot,
            Named product,
            @Nullable ProductKind kind,
            @Nullable LocalDate produced,
            boolean held,
            List<Named> villages) {
        public Goods {
            villages = List.copyOf(villages);
        }
    }

    /** A journey to a market; a day is null until it has come. */
    public record Leg(
            Place market,
            Receipt receipt,
            @Nullable LocalDate dispatched,
            @Nullable LocalDate arrived,
            @Nullable LocalDate received) {}
}
