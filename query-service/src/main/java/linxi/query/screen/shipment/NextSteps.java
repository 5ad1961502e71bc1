package linxi.query.screen.shipment;

import linxi.access.Role;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentDocument.Answer;
import linxi.query.shipment.ShipmentState;
import org.jspecify.annotations.Nullable;

/** What a reader may do next with a shipment. Only what is offered: the command service judges again. */
record NextSteps(
        boolean dispatch,
        boolean cancel,
        boolean agree,
        boolean dispute,
        boolean arrive,
        boolean receive,
        boolean correct,
        boolean partly,
        boolean reject,
        boolean lose,
        boolean bringBack) {

    /** @param role null where there are no logins, and everybody may act for both sides */
    static NextSteps of(@Nullable Role role, ShipmentAnswer it) {
        boolean origin = role == null || role == Role.CLERK;
        boolean market = role == null || role == Role.RECEIVER;
        boolean logged = it.state() == ShipmentState.LOGGED;
        boolean open = it.settlement() == null;
        boolean answerable = origin && open && it.state() == ShipmentState.RECEIVED_WITH_DISCREPANCY;
        return new NextSteps(
                origin && logged,
                origin && logged,
                answerable && it.discrepancy() != Answer.AGREED,
                answerable && it.discrepancy() != Answer.DISPUTED,
                market && it.state() == ShipmentState.IN_TRANSIT,
                market && it.state().isUnderWay(),
                market && open && isReceived(it.state()),
                market && it.state().isUnderWay(),
                market && isUntouched(it.state()),
                (origin || market) && it.state() == ShipmentState.IN_TRANSIT,
                origin && isAnythingAway(it));
    }

    /** Whether there is nothing to do for this reader. */
    public boolean none() {
        return !(dispatch || cancel || agree || dispute || arrive || receive || correct || bringBack || rare());
    }

    /** Whether there is anything that is seldom done. */
    public boolean rare() {
        return partly || reject || lose;
    }

    /** Whether the market has said nothing yet of what is on the road. */
    private static boolean isUntouched(ShipmentState state) {
        return state == ShipmentState.IN_TRANSIT || state == ShipmentState.ARRIVED;
    }

    /** Whether rejected goods are not back yet. */
    private static boolean isAnythingAway(ShipmentAnswer it) {
        return (isReceived(it.state()) || it.state() == ShipmentState.REJECTED)
                && it.lines().stream()
                        .anyMatch(line -> line.rejected().amount()
                                > line.returnedToOrigin().amount());
    }

    private static boolean isReceived(ShipmentState state) {
        return state == ShipmentState.RECEIVED || state == ShipmentState.RECEIVED_WITH_DISCREPANCY;
    }
}
