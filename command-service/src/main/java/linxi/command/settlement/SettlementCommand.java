package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.DEDUCTION_TWICE;
import static linxi.command.settlement.SettlementRule.LINE_TWICE;
import static linxi.command.settlement.SettlementRule.NOT_POSITIVE;
import static linxi.command.settlement.SettlementRule.NO_LINES;
import static linxi.command.settlement.SettlementRule.NO_SHIPMENTS;
import static linxi.command.settlement.SettlementRule.SHIPMENT_TWICE;
import static linxi.command.settlement.SettlementRule.TOO_LARGE;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.Rule;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;

/** What the origin and the market may do with a settlement. Commands are well formed: their constructors refuse the rest (422). */
public sealed interface SettlementCommand {
    int SHIPMENTS = 200;
    int LINES = 5_000;

    SettlementId settlement();

    PartyId by();

    Moment at();

    /** By the origin: its consent. */
    record OpenSettlement(
            SettlementId settlement,
            PartyId by,
            PartyId origin,
            PartyId market,
            List<ShipmentId> shipments,
            List<StatedDeduction> deductions,
            Moment at)
            implements SettlementCommand {
        public OpenSettlement {
            shipments = List.copyOf(shipments);
            deductions = List.copyOf(deductions);
            checkSize(shipments, "shipments", SHIPMENTS, NO_SHIPMENTS);
            checkOnce(shipments, "shipments", shipment -> shipment, SHIPMENT_TWICE);
            checkOnce(deductions, "deductions", StatedDeduction::kind, DEDUCTION_TWICE);
        }
    }

    /** By the market: its consent, which shares the net among households. */
    record AgreeSettlement(SettlementId settlement, PartyId by, Moment at) implements SettlementCommand {}

    /** By the market. */
    record PaySettlement(SettlementId settlement, PartyId by, String reference, Moment at)
            implements SettlementCommand {}

    /** By the market: goods went back after the sale. */
    record ReturnGoods(SettlementId settlement, PartyId by, List<Returned> lines, String reason, Moment at)
            implements SettlementCommand {
        public ReturnGoods {
            lines = List.copyOf(lines);
            checkSize(lines, "lines", LINES, NO_LINES);
            checkOnce(lines, "lines", Returned::line, LINE_TWICE);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).quantity().amount() <= 0) {
                    throw new Refused(
                            NOT_POSITIVE,
                            "lines[" + i + "].quantity",
                            lines.get(i).quantity().amount());
                }
            }
        }
    }

    record Returned(ShipmentId shipment, LotId lot, Quantity quantity) {
        LineRef line() {
            return new LineRef(shipment, lot);
        }
    }

    /** By either. */
    record ReverseSettlement(SettlementId settlement, PartyId by, String reason, Moment at)
            implements SettlementCommand {}

    private static void checkSize(List<?> list, String field, int most, Rule none) {
        if (list.isEmpty()) {
            throw new Refused(none, field, null);
        }
        if (list.size() > most) {
            throw new Refused(TOO_LARGE, field, list.size());
        }
    }

    private static <T> void checkOnce(List<T> list, String field, Function<T, Object> key, Rule twice) {
        var seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (!seen.add(key.apply(list.get(i)))) {
                throw new Refused(twice, field + "[" + i + "]", key.apply(list.get(i)));
            }
        }
    }
}
