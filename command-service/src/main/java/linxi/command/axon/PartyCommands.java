package linxi.command.axon;

import linxi.command.party.Party;
import linxi.command.party.RegisterParty;
import linxi.command.party.SuspendParty;
import linxi.events.PartyId;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Registers and suspends parties. */
@Component
class PartyCommands {
    private final Streams streams;

    PartyCommands(Streams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void on(RegisterParty command) {
        var party = StreamId.of(command.party());
        var by = command.by();
        if (by == null) {
            var tx = streams.read(party);
            tx.record(command.decideAsFirst(tx.state(party, Party.class), streams.isLogEmpty()));
            Streams.onlyAsFirst();
        } else {
            var tx = streams.read(party);
            tx.record(command.decide(tx.state(party, Party.class), party(by)));
        }
    }

    @CommandHandler
    void on(SuspendParty command) {
        var party = StreamId.of(command.party());
        var tx = streams.read(party);
        tx.record(command.decide(tx.state(party, Party.class), party(command.by())));
    }

    private Party party(PartyId id) {
        var stream = StreamId.of(id);
        return streams.peek(stream).state(stream, Party.class);
    }
}
