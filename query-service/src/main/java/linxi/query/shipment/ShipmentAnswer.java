package linxi.query.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linxi.events.Channel;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.query.Amount;
import linxi.query.Cost;
import linxi.query.Named;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to say of one shipment.
 *
 * @param at when it was logged
 * @param gross Σ accepted × price; of a shipment without prices 0
 * @param settlement the one it is in; null where it is in none
 * @param discrepancy what the origin answered to it: AGREED or DISPUTED; null where no answer stands
 */
public record ShipmentAnswer(
        ShipmentId id,
        ShipmentKind kind,
        ShipmentState state,
        Named origin,
        Named market,
        Channel channel,
        Instant at,
        @Nullable String vehicle,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate receivedOn,
        List<Line> lines,
        Money gross,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable SettlementId settlement,
        @JsonInclude(JsonInclude.Include.ALWAYS) ShipmentDocument.@Nullable Answer discrepancy,
        List<ShipmentMoment> history) {

    /**
     * @param returned all that came back: rejected goods at the origin again, and goods returned after sale
     * @param reason null where everything was simply accepted
     * @param price absent where there is none
     */
    public record Line(
            LotId lot,
            Named product,
            Amount dispatched,
            Amount accepted,
            @JsonProperty("short") Amount shortage,
            Amount rejected,
            Amount lost,
            Amount over,
            Amount returned,
            Amount returnedToOrigin,
            Amount returnedAfterSale,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Cost price,

            Money gross) {
        static Line of(ShipmentLine it, Names names) {
            var unit = it.unit();
            var tally = it.tally();
            return new Line(
                    it.lot(),
                    names.product(it.product()),
                    Amount.of(it.dispatched(), it.entered()),
                    Amount.of(tally.accepted(), unit),
                    Amount.of(tally.shortage(), unit),
                    Amount.of(tally.rejected(), unit),
                    Amount.of(tally.lost(), unit),
                    Amount.of(tally.over(), unit),
                    Amount.of(it.backAtOrigin() + it.returned(), unit),
                    Amount.of(it.backAtOrigin(), unit),
                    Amount.of(it.returned(), unit),
                    it.reason(),
                    it.price() == null ? null : Cost.of(it.price()),
                    it.gross());
        }
    }

    static List<Line> lines(ShipmentDocument it, Names names) {
        return it.lines().stream().map(line -> Line.of(line, names)).toList();
    }

    static ShipmentAnswer of(ShipmentDocument it, Names names) {
        return new ShipmentAnswer(
                it.id(),
                it.kind(),
                it.state(),
                names.party(it.origin()),
                names.party(it.market()),
                it.channel(),
                it.at(),
                it.vehicle(),
                it.receivedOn(),
                lines(it, names),
                it.gross(),
                it.settlement(),
                it.answer(),
                it.history());
    }
}
