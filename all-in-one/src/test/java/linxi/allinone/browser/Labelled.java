package linxi.allinone.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** Shipments on the road, each of a lot of its own, and what their labels say. */
final class Labelled {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Labelled() {}

    /** @return its number; its lot is called {@link #lot} */
    static String dispatched(Chromium clerk, String market) {
        var id = "scan-" + NEXT.incrementAndGet();
        clerk.command("/api/lots", """
                {id: '%s', origin: 'dakang', product: 'tomato', quantity: {amount: 1, unit: 'TONNE'},
                 producedAt: '2020-07-01T06:00:00+08:00'}""".formatted(lot(id)));
        clerk.command("/api/shipments", """
                {id: '%s', origin: 'dakang', market: '%s', channel: 'SUPERMARKET', lines:
                 [{lot: '%s', quantity: {amount: 40, unit: 'KILOGRAM'}, price: {fen: 360, per: 'KILOGRAM'}}]}""".formatted(id, market, lot(id)));
        clerk.command("/api/shipments/" + id + "/dispatch", "{vehicle: '蒙D54321'}");
        return id;
    }

    static String lot(String shipment) {
        return "lot-of-" + shipment;
    }

    static String address(String shipment) {
        return DemoSystem.url() + "/t/S." + shipment;
    }
}
