package linxi.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import linxi.events.Event;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    /** The names that the HTTP contract promises, in its order. */
    private static final List<String> PROMISED = List.of(
            "party-registered",
            "party-suspended",
            "product-defined",
            "household-registered",
            "household-status-changed",
            "agreement-published",
            "agreement-amended",
            "agreement-ended",
            "lot-commissioned",
            "lot-held",
            "lot-released",
            "shipment-logged",
            "lot-reserved",
            "shipment-dispatched",
            "shipment-arrived",
            "receipt-confirmed",
            "receipt-corrected",
            "discrepancy-agreed",
            "discrepancy-disputed",
            "shipment-cancelled",
            "shipment-lost",
            "shipment-rejected",
            "return-received",
            "settlement-opened",
            "shipment-settled",
            "settlement-agreed",
            "income-attributed",
            "settlement-paid",
            "goods-returned",
            "settlement-reversed",
            "shipment-unsettled",
            "income-reversed");

    /** The names of events that only rules and the log need. */
    private static final List<String> OWN =
            List.of("lot-reservation-released", "carry-moved", "product-covered", "product-cover-ended");

    @Test
    void namesAreTheOnesThatTheContractPromises() {
        var expected = new ArrayList<>(PROMISED);
        expected.addAll(OWN);
        assertThat(EventType.values().stream().map(EventType::name)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everySealedMemberHasOneUniqueName() {
        var records = new ArrayList<Class<?>>();
        collect(Event.class, records);
        assertThat(EventType.values().stream().map(EventType::type).toList())
                .containsExactlyInAnyOrderElementsOf(records.stream()
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                        .toList());
        assertThat(EventType.values().stream().map(EventType::name)).doesNotHaveDuplicates();
    }

    @Test
    void anEventFindsItsTypeAndTheNameFindsItToo() {
        for (var type : EventType.values()) {
            assertThat(EventType.of(new Sample(true).of(type))).isEqualTo(type);
            assertThat(EventType.named(type.name())).isEqualTo(type);
        }
    }

    @Test
    void everyOlderVersionHasExactlyOneUpcaster() {
        var needed = new ArrayList<String>();
        for (var type : EventType.values()) {
            for (int from = 1; from < type.version(); from++) {
                needed.add(type.name() + "/" + from);
            }
        }
        assertThat(Upcaster.ALL.stream().map(upcaster -> upcaster.name() + "/" + upcaster.from()))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void anUnknownNameIsUnreadable() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventType.named("shipment-teleported"))
                .withMessageContaining("shipment-teleported");
    }

    private static void collect(Class<?> family, List<Class<?>> records) {
        for (var member : family.getPermittedSubclasses()) {
            if (member.isRecord()) {
                records.add(member);
            } else {
                collect(member, records);
            }
        }
    }
}
