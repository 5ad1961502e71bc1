package linxi.command.axon;

import java.util.List;
import linxi.command.lot.CommissionLot;
import linxi.command.lot.HoldLot;
import linxi.command.lot.Lot;
import linxi.command.lot.ReleaseLot;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Commissions lots, holds them back and lets them go. */
@Component
class LotCommands {
    private final Streams streams;
    private final Named named;

    LotCommands(Streams streams, Named named) {
        this.streams = streams;
        this.named = named;
    }

    @CommandHandler
    void on(CommissionLot command) {
        var lot = StreamId.of(command.lot());
        var tx = streams.create(lot, List.of());
        var households = command.contributions().stream()
                .map(CommissionLot.Brought::household)
                .toList();
        var registers = named.in(List.of(command.origin()), List.of(command.product()), households);
        tx.record(command.decide(tx.state(lot, Lot.class), registers));
    }

    @CommandHandler
    void on(HoldLot command) {
        var lot = StreamId.of(command.lot());
        var tx = streams.read(lot);
        tx.record(command.decide(tx.state(lot, Lot.class)));
    }

    @CommandHandler
    void on(ReleaseLot command) {
        var lot = StreamId.of(command.lot());
        var tx = streams.read(lot);
        tx.record(command.decide(tx.state(lot, Lot.class)));
    }
}
