package linxi.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.AgreementId;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(json)
                .isEqualTo("{\"agreement\":\"A1\",\"path\":\"ORDER_PURCHASE\",\"origin\":\"dakang\","
                        + "\"settlement\":\"S1\",\"carries\":{\"H10\":-4,\"H2\":5},\"at\":\"2020-05-06T07:08:09Z\"}");
        assertThat(EventJson.read("carry-moved", 1, json)).isEqualTo(event);
    }

    @Test
    void readsEveryEventThatItWrote() {
        for (var type : EventType.values()) {
            for (var sample : new Sample[] {new Sample(true), new Sample(false)}) {
                var event = sample.of(type);
                assertThat(EventJson.read(type.name(), type.version(), EventJson.write(event)))
                        .isEqualTo(event);
            }
        }
    }

    @Test
    void aShipmentOfTheFirstVersionWasASale() {
        var old = "{\"shipment\":\"S1\",\"origin\":\"dakang\",\"market\":\"yonghui\",\"channel\":\"SUPERMARKET\","
                + "\"lines\":[{\"lot\":\"T1\",\"product\":\"tomato\",\"quantity\":{\"amount\":500,\"unit\":\"GRAM\"},"
                + "\"entered\":{\"amount\":1.50,\"unit\":\"JIN\"},"
                + "\"price\":{\"fen\":360,\"per\":\"KILOGRAM\",\"contains\":1000}}],\"at\":\"2020-05-06T07:08:09Z\"}";
        var event = (ShipmentLogged) EventJson.read("shipment-logged", 1, old);
        assertThat(event.kind()).isEqualTo(ShipmentKind.SALE);
        var now = old.replace("\"channel\"", "\"kind\":\"SALE\",\"channel\"");
        assertThat(EventJson.write(event)).isEqualTo(now);
        assertThat(event).isEqualTo(EventJson.read("shipment-logged", 2, now));
    }

    @Nested
    class Unreadable {
        private static final String HELD =
                "{\"lot\":\"T1\",\"origin\":\"dakang\",\"reason\":\"mould\",\"at\":\"2020-05-06T07:08:09Z\"}";

        @Test
        void butThisIsReadable() {
            assertThat(EventJson.write(EventJson.read("lot-held", 1, HELD))).isEqualTo(HELD);
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, 3, Integer.MAX_VALUE})
        void aVersionThatNeverWas(int version) {
            assertUnreadable("lot-held", version, HELD);
        }

        @Test
        void anUnknownName() {
            assertUnreadable("lot-frozen", 1, HELD);
        }

        @Test
        void anUnknownField() {
            assertUnreadable("lot-held", 1, HELD.replace("\"lot\"", "\"colour\":\"red\",\"lot\""));
        }

        @Test
        void aMissingField() {
            assertUnreadable("lot-held", 1, HELD.replace("\"reason\":\"mould\",", ""));
            assertUnreadable("lot-held", 1, HELD.replace("\"reason\"", "\"Reason\""));
        }

        @Test
        void aMissingNumber() {
            var json = "{\"product\":\"egg\",\"kind\":\"EGG\",\"name\":{\"zh\":\"蛋\"},\"baseUnit\":\"PIECE\","
                    + "\"packs\":[{\"name\":\"盘\",\"contains\":30}],\"at\":\"2020-05-06T07:08:09Z\"}";
            assertThat(EventJson.write(EventJson.read("product-defined", 1, json)))
                    .isEqualTo(json);
            assertUnreadable("product-defined", 1, json.replace(",\"contains\":30", ""));
            assertUnreadable("product-defined", 1, json.replace(":30", ":null"));
            assertUnreadable("product-defined", 1, json.replace(":30", ":30.5"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "7", "{", "\"lot-held\"", "{}"})
        void anotherShape(String data) {
            assertUnreadable("lot-held", 1, data);
            assertUnreadable("shipment-logged", 1, data);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"\"", "\"-T1\"", "\"T 1\"", "7", "null", "{}"})
        void aBadId(String lot) {
            assertUnreadable("lot-held", 1, HELD.replace("\"T1\"", lot));
        }

        @Test
        void aBadTime() {
            assertUnreadable("lot-held", 1, HELD.replace("2020-05", "2020-15"));
        }

        private static void assertUnreadable(String name, int version, String data) {
            assertThatExceptionOfType(UnreadableEvent.class)
                    .as("%s %s %s", name, version, data)
                    .isThrownBy(() -> EventJson.read(name, version, data));
        }
    }
}
