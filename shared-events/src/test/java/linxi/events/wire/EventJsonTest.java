package linxi.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.AgreementId;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.SettlementId;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2020-05-06T07:08:09Z");

    @Test
    void readsWhatItWrote() {
        var event = new CarryMoved(
                new AgreementId("A1"),
                IncomePath.ORDER_PURCHASE,
                new PartyId("dakang"),
                new SettlementId("S1"),
                new TreeMap<>(Map.of(new HouseholdKey("H10"), -4L, new HouseholdKey("H2"), 5L)),
                AT);
        var json = EventJson.write(event);
        assertThat(json).contains("\"carries\":{\"H10\":-4,\"H2\":5}").contains("\"agreement\":\"A1\"");
        assertThat(EventJson.read("carry-moved", 1, json)).isEqualTo(event);
        var envelope =
                new Envelope(7, "carry-moved", 1, "carry/A1/ORDER_PURCHASE", 0, AT, AT, null, null, "dakang", json);
        assertThat(Envelope.fromJson(envelope.toJson())).isEqualTo(envelope);
    }
}
