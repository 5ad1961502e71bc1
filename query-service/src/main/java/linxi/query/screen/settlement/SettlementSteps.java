package linxi.query.screen.settlement;

import java.util.List;
import linxi.access.Role;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may do next with a settlement. Only what is offered: the command service judges again.
 *
 * @param waits whether it is the other side's turn
 */
record SettlementSteps(boolean agree, boolean pay, boolean takeBack, boolean reverse, boolean waits) {

    /** @param role null where there are no logins, and everybody may act for both sides */
    static SettlementSteps of(@Nullable Role role, SettlementAnswer it, List<Kept> shipments) {
        boolean market = role == null || role == Role.RECEIVER;
        boolean shared = it.state() == SettlementState.AGREED || it.state() == SettlementState.PAID;
        boolean anythingLeft = shipments.stream()
                .flatMap(one -> one.lines().stream())
                .anyMatch(line -> line.quantity().amount() > 0);
        return new SettlementSteps(
                market && it.state() == SettlementState.OPEN,
                market && it.state() == SettlementState.AGREED,
                market && shared && anythingLeft,
                (market || role == Role.CLERK) && it.state() != SettlementState.REVERSED,
                role == Role.CLERK && (it.state() == SettlementState.OPEN || it.state() == SettlementState.AGREED));
    }

    /** Whether there is nothing to do for this reader. */
    public boolean none() {
        return !(agree || pay || takeBack || reverse);
    }
}
