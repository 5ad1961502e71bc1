package linxi.command.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import linxi.command.agreement.Agreement;
import linxi.command.agreement.AgreementCommand.AmendAgreement;
import linxi.command.agreement.AgreementCommand.EndAgreement;
import linxi.command.agreement.AgreementCommand.PublishAgreement;
import linxi.command.agreement.Cover;
import linxi.command.store.StreamConflict;
import linxi.events.AgreementId;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes, amends and ends agreements, together with the covers that keep them from overlapping. */
@Component
class AgreementCommands {
    private final Streams streams;
    private final Named named;

    AgreementCommands(Streams streams, Named named) {
        this.streams = streams;
        this.named = named;
    }

    @CommandHandler
    void on(PublishAgreement command) {
        var registers = named.in(List.of(command.origin()), command.products(), households(command.members()));
        var tx = read(command.agreement(), command.origin(), command.products());
        tx.record(agreement(tx, command.agreement())
                .decide(command, covers(tx, command.origin(), command.products()), registers));
    }

    @CommandHandler
    void on(AmendAgreement command) {
        var registers = named.in(List.of(), List.of(), households(command.members()));
        var tx = streams.read(StreamId.of(command.agreement()));
        tx.record(agreement(tx, command.agreement()).decide(command, Map.of(), registers));
    }

    @CommandHandler
    void on(EndAgreement command) {
        var stream = StreamId.of(command.agreement());
        var products = streams.peek(stream).state(stream, Agreement.class).products();
        var tx = read(command.agreement(), command.by(), products);
        var agreement = agreement(tx, command.agreement());
        if (!agreement.products().equals(products)) {
            throw new StreamConflict(stream + " was published meanwhile");
        }
        tx.record(agreement.decide(command, Map.of(), named.in(List.of(), List.of())));
    }

    private Transaction read(AgreementId agreement, PartyId origin, Collection<ProductId> products) {
        var all = new ArrayList<StreamId>();
        all.add(StreamId.of(agreement));
        products.forEach(product -> all.add(StreamId.cover(origin, product)));
        return streams.read(all);
    }

    private static Agreement agreement(Transaction tx, AgreementId id) {
        return tx.state(StreamId.of(id), Agreement.class);
    }

    private static Map<ProductId, Cover> covers(Transaction tx, PartyId origin, Collection<ProductId> products) {
        var covers = new HashMap<ProductId, Cover>();
        products.forEach(product -> covers.put(product, tx.state(StreamId.cover(origin, product), Cover.class)));
        return covers;
    }

    private static Collection<HouseholdKey> households(
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        var households = new HashSet<HouseholdKey>();
        if (members != null) {
            members.values().forEach(weights -> households.addAll(weights.keySet()));
        }
        return households;
    }
}
