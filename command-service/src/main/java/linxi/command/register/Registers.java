package linxi.command.register;

import java.util.Map;
import java.util.Set;
import linxi.command.Refused;
import linxi.command.household.HouseholdRule;
import linxi.command.party.PartyRule;
import linxi.command.product.ProductRule;
import linxi.command.product.Units;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What the registers say of those that one command names.
 *
 * @param parties the registered ones, suspended or not
 * @param products the defined ones, with the units they may be stated in
 */
public record Registers(
        Set<PartyId> parties, Set<PartyId> suspended, Map<ProductId, Units> products, Set<HouseholdKey> households) {
    public Registers {
        parties = Set.copyOf(parties);
        suspended = Set.copyOf(suspended);
        products = Map.copyOf(products);
        households = Set.copyOf(households);
    }

    public void needParty(PartyId party, String field) {
        if (!parties.contains(party)) {
            throw new Refused(PartyRule.PARTY_UNKNOWN, field, party);
        }
    }

    public void needActive(PartyId party, @Nullable String field) {
        if (suspended.contains(party)) {
            throw new Refused(PartyRule.PARTY_SUSPENDED, field, party);
        }
    }

    public void needHousehold(HouseholdKey household, String field) {
        if (!households.contains(household)) {
            throw new Refused(HouseholdRule.HOUSEHOLD_UNKNOWN, field, household);
        }
    }

    public Units units(ProductId product, String field) {
        var units = products.get(product);
        if (units == null) {
            throw new Refused(ProductRule.PRODUCT_UNKNOWN, field, product);
        }
        return units;
    }
}
