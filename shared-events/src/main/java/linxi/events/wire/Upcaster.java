package linxi.events.wire;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts the JSON of one version of an event to the next. Old events are never rewritten in the log; they are lifted
 * each time they are read.
 */
interface Upcaster {
    /** In any order; for each event name and old version exactly one. */
    List<Upcaster> ALL = List.of(new ShipmentLoggedNamesItsKind());

    String name();

    /** The version it takes; it yields the next. */
    int from();

    /** Changes {@code data} in place. */
    void lift(ObjectNode data);

    /** Version 1 knew only sales; version 2 says whether it is a SALE, DONATION or TRANSFER. */
    record ShipmentLoggedNamesItsKind() implements Upcaster {
        @Override
        public String name() {
            return "shipment-logged";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public void lift(ObjectNode data) {
            data.put("kind", "SALE");
        }
    }
}
