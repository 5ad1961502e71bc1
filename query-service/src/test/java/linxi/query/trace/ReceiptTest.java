package linxi.query.trace;

import static linxi.query.shipment.ShipmentState.RECEIVED_WITH_DISCREPANCY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linxi.events.Tally;
import linxi.query.shipment.ShipmentState;
import org.junit.jupiter.api.Test;

/** What became of goods, in one honest word. */
class ReceiptTest {
    private static Receipt of(Tally... tallies) {
        return Receipt.of(RECEIVED_WITH_DISCREPANCY, List.of(tallies));
    }

    private static Tally tally(long accepted, long shortage, long rejected, long lost) {
        return new Tally(accepted, shortage, rejected, lost, 0);
    }

    @Test
    void isAcceptedInPartOnlyWhereSomethingThatCameWasNotTaken() {
        assertThat(of(tally(9, 0, 1, 0))).isEqualTo(Receipt.ACCEPTED_IN_PART);
        assertThat(of(tally(9, 0, 0, 1))).isEqualTo(Receipt.ACCEPTED_IN_PART);
        assertThat(of(tally(9, 1, 0, 0))).as("one was never loaded").isEqualTo(Receipt.ACCEPTED);
        assertThat(of(new Tally(11, 0, 0, 0, 1))).isEqualTo(Receipt.ACCEPTED);
        assertThat(of(tally(10, 0, 0, 0), tally(0, 0, 10, 0))).isEqualTo(Receipt.ACCEPTED_IN_PART);
    }

    @Test
    void saysWhyNothingWasAccepted() {
        assertThat(of(tally(0, 0, 4, 6))).isEqualTo(Receipt.NOT_ACCEPTED);
        assertThat(of(tally(0, 0, 0, 10))).isEqualTo(Receipt.LOST);
        assertThat(of(tally(0, 10, 0, 0))).isEqualTo(Receipt.NOT_LOADED);
    }

    @Test
    void followsTheShipmentBeforeItIsCounted() {
        var nothing = List.of(Tally.NONE);
        assertThat(Receipt.of(ShipmentState.LOGGED, nothing)).isEqualTo(Receipt.WAITING);
        assertThat(Receipt.of(ShipmentState.IN_TRANSIT, nothing)).isEqualTo(Receipt.ON_THE_ROAD);
        assertThat(Receipt.of(ShipmentState.ARRIVED, nothing)).isEqualTo(Receipt.ARRIVED);
        assertThat(Receipt.of(ShipmentState.PARTLY_RECEIVED, List.of(tally(1, 0, 0, 0))))
                .isEqualTo(Receipt.COUNTED_IN_PART);
        assertThat(Receipt.of(ShipmentState.CANCELLED, nothing)).isEqualTo(Receipt.CANCELLED);
        assertThat(Receipt.of(ShipmentState.LOST, nothing)).isEqualTo(Receipt.LOST);
        assertThat(Receipt.of(ShipmentState.REJECTED, nothing)).isEqualTo(Receipt.NOT_ACCEPTED);
    }
}
