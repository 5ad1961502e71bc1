package linxi.command.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import linxi.command.household.Household;
import linxi.command.party.Party;
import linxi.command.product.Product;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.StreamId;
import org.springframework.stereotype.Component;

/** Looks up those of the registers that a command names, all at once and without locks. */
@Component
class Named {
    private final Streams streams;

    Named(Streams streams) {
        this.streams = streams;
    }

    Registers in(Collection<PartyId> parties, Collection<ProductId> products) {
        return in(parties, products, List.of());
    }

    Registers in(Collection<PartyId> parties, Collection<ProductId> products, Collection<HouseholdKey> households) {
        var asked = new ArrayList<StreamId>();
        parties.forEach(party -> asked.add(StreamId.of(party)));
        products.forEach(product -> asked.add(StreamId.of(product)));
        households.forEach(household -> asked.add(StreamId.of(household)));
        var found = streams.peek(asked);
        return new Registers(
                those(
                        parties,
                        party -> found.state(StreamId.of(party), Party.class).isRegistered()),
                those(parties, party -> found.state(StreamId.of(party), Party.class) instanceof Party.Suspended),
                units(products, found),
                those(
                        households,
                        household ->
                                !(found.state(StreamId.of(household), Household.class) instanceof Household.Unknown)));
    }

    private static <T> Set<T> those(Collection<T> named, Predicate<T> are) {
        var those = new HashSet<T>();
        named.stream().filter(are).forEach(those::add);
        return those;
    }

    private static Map<ProductId, Units> units(Collection<ProductId> products, States found) {
        var units = new HashMap<ProductId, Units>();
        for (var product : products) {
            if (found.state(StreamId.of(product), Product.class) instanceof Product.Defined defined) {
                units.put(product, defined.units());
            }
        }
        return units;
    }
}
