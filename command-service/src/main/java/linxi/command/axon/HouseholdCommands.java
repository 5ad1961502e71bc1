package linxi.command.axon;

import java.util.List;
import linxi.command.household.ChangeHouseholdStatus;
import linxi.command.household.Household;
import linxi.command.household.RegisterHousehold;
import linxi.command.party.Party;
import linxi.events.PartyId;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Registers households and the status they hold. */
@Component
class HouseholdCommands {
    private final Streams streams;

    HouseholdCommands(Streams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void on(RegisterHousehold command) {
        var household = StreamId.of(command.household());
        var tx = streams.create(household, List.of());
        tx.record(command.decide(tx.state(household, Household.class), party(command.by())));
    }

    @CommandHandler
    void on(ChangeHouseholdStatus command) {
        var household = StreamId.of(command.household());
        var tx = streams.read(household);
        tx.record(command.decide(tx.state(household, Household.class), party(command.by())));
    }

    private Party party(PartyId id) {
        var stream = StreamId.of(id);
        return streams.peek(stream).state(stream, Party.class);
    }
}
