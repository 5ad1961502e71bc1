package linxi.command.lot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.events.Contribution;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;

/** The origin puts produce of one kind on record, with what each household brought where that is known. */
public record CommissionLot(
        LotId lot,
        PartyId origin,
        ProductId product,
        Entered quantity,
        Instant producedAt,
        List<Brought> contributions,
        PartyId by,
        Moment moment) {
    public static final int MOST_CONTRIBUTIONS = 10_000;

    public CommissionLot {
        contributions = List.copyOf(contributions);
    }

    /** What one household brought, as it was stated. */
    public record Brought(HouseholdKey household, Entered quantity) {}

    public List<Event> decide(Lot state, Registers registers) {
        needForm();
        registers.needParty(origin, "origin");
        var units = registers.units(product, "product");
        for (int i = 0; i < contributions.size(); i++) {
            registers.needHousehold(contributions.get(i).household(), field(i, "household"));
        }
        if (!by.equals(origin)) {
            throw new Refused(LotRule.NOT_THE_ORIGIN_OF_THE_LOT, "origin", origin);
        }
        return switch (state) {
            case Lot.Commissioned _ -> throw new Refused(LotRule.LOT_EXISTS, "id", lot);
            case Lot.Unknown _ -> List.of(commissioned(units));
        };
    }

    private LotCommissioned commissioned(Units units) {
        var whole = units.quantity(quantity, "quantity");
        var parts = new ArrayList<Contribution>();
        long sum = 0;
        for (int i = 0; i < contributions.size(); i++) {
            var brought = contributions.get(i);
            var part = units.quantity(brought.quantity(), field(i, "quantity")).amount();
            parts.add(new Contribution(brought.household(), part));
            sum = Math.addExact(sum, part);
            if (sum > whole.amount()) {
                break;
            }
        }
        if (!contributions.isEmpty() && sum != whole.amount()) {
            throw Refused.of(LotRule.CONTRIBUTIONS_DO_NOT_ADD_UP, "contributions", new Quantity(sum, whole.unit()));
        }
        return new LotCommissioned(
                lot, origin, product, whole, Units.asWritten(quantity), parts, producedAt, moment.at());
    }

    private void needForm() {
        if (contributions.size() > MOST_CONTRIBUTIONS) {
            throw new Refused(LotRule.TOO_LARGE, "contributions", contributions.size());
        }
        var seen = new HashSet<HouseholdKey>();
        for (int i = 0; i < contributions.size(); i++) {
            var household = contributions.get(i).household();
            if (!seen.add(household)) {
                throw new Refused(LotRule.HOUSEHOLD_TWICE, field(i, "household"), household);
            }
        }
    }

    private static String field(int contribution, String name) {
        return "contributions[" + contribution + "]." + name;
    }
}
