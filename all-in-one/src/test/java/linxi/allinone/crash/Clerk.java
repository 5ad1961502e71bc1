package linxi.allinone.crash;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** One client: a command after the other; what got no answer is sent again, or now and then given up. */
final class Clerk implements Runnable {
    private static final String OTHER_BODY = "{\"reason\":\"another request\"}";

    private final RandomGenerator random;
    private final Wire wire;
    private final Ledger ledger;
    private final Town town;
    private final Trade trade;
    private final AtomicBoolean closing;

    Clerk(RandomGenerator random, Wire wire, Ledger ledger, Town town, Trade trade, AtomicBoolean closing) {
        this.random = random;
        this.wire = wire;
        this.ledger = ledger;
        this.town = town;
        this.trade = trade;
        this.closing = closing;
    }

    /** Ends between two commands when told to close. */
    @Override
    public void run() {
        while (!closing.get()) {
            for (var step : next()) {
                perform(step);
            }
            Pause.millis(random.nextInt(12));
        }
    }

    private List<Step> next() {
        int dice = random.nextInt(100);
        if (dice < 12) {
            return List.of(trade.lot(random));
        }
        if (dice < 30) {
            return trade.shipment(random);
        }
        if (dice < 66) {
            return ofOne(town.trips());
        }
        if (dice < 74) {
            return trade.settlement(random);
        }
        if (dice < 86) {
            var deals = town.deals();
            return deals.isEmpty() ? List.of() : Town.any(deals, random).next(random);
        }
        return beside(dice);
    }

    private List<Step> ofOne(List<Trip> trips) {
        return trips.isEmpty() ? List.of() : Town.any(trips, random).next(random);
    }

    private List<Step> beside(int dice) {
        if (dice < 90) {
            return trade.hold(random);
        }
        if (dice < 91) {
            return List.of(random.nextBoolean() ? trade.amendment(random) : trade.status(random));
        }
        if (dice < 94) {
            nuisance();
        } else {
            repeat();
        }
        return List.of();
    }

    /** Refused; and every other time its key then carries a command that is good. */
    private void nuisance() {
        var refused = Nuisance.any(random, trade);
        perform(Step.of(refused));
        if (random.nextBoolean() && ledger.refused().contains(refused.key())) {
            var good = trade.lot(random);
            perform(new Step(good.command().withKey(refused.key()), good.then()));
        }
    }

    private void repeat() {
        for (var command : ledger.any(random)) {
            if (random.nextInt(4) > 0) {
                perform(Step.of(command));
            } else if (wire.send(command.withBody(OTHER_BODY)) instanceof Reply.Acknowledged other) {
                ledger.violation(command, "its key taken by another request: " + other);
            }
        }
    }

    /** Until there is a word on it, or it is given up: then nobody knows, until the log is read. */
    void perform(Step step) {
        while (!Thread.currentThread().isInterrupted()) {
            switch (wire.send(step.command())) {
                case Reply.Acknowledged(var answer) -> {
                    ledger.acknowledged(step.command(), answer);
                    step.then().run();
                    return;
                }
                case Reply.Refused refused -> {
                    ledger.refused(step.command(), refused);
                    return;
                }
                case Reply.Wrong wrong -> {
                    ledger.violation(step.command(), wrong.toString());
                    return;
                }
                case Reply.Unknown(var why) -> {
                    ledger.unanswered(step.command(), why);
                    if (givesUp()) {
                        return;
                    }
                }
                case Reply.Cut(var why) -> {
                    ledger.cut(step.command(), why);
                    if (givesUp()) {
                        return;
                    }
                }
                case Reply.NotSent() -> {}
            }
            Pause.millis(50);
        }
    }

    private boolean givesUp() {
        return random.nextInt(3) == 0;
    }
}
