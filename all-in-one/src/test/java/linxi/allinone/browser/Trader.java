package linxi.allinone.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** A clerk and a receiver who trade as programs do, with the sessions of their browsers. */
final class Trader implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Chromium clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
    private final Chromium receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 1280);

    /** Comes back when it is recorded. */
    private static void command(Chromium browser, String path, String json) {
        var _ = browser.run("""
                return import('/assets/frame.js')
                  .then(it => it.send('%s', %s, {'Idempotency-Key': crypto.randomUUID()}))""".formatted(path, json));
    }

    /**
     * 40 kg of tomatoes at 3.60 yuan are on the way.
     *
     * @param at such as {@code at: '2021-03-01T08:00:00+08:00'}; empty for now
     */
    String dispatched(String at) {
        var id = "live-" + NEXT.incrementAndGet();
        command(clerk, "/api/lots", """
                {id: '%s', origin: 'dakang', product: 'tomato', quantity: {amount: 1, unit: 'TONNE'},
                 producedAt: '2021-02-01T06:00:00+08:00'}""".formatted(id));
        command(clerk, "/api/shipments", """
                {id: '%s', origin: 'dakang', market: 'yonghui', channel: 'SUPERMARKET', lines:
                 [{lot: '%s', quantity: {amount: 40, unit: 'KILOGRAM'}, price: {fen: 360, per: 'KILOGRAM'}}], %s}""".formatted(id, id, at));
        command(clerk, "/api/shipments/" + id + "/dispatch", "{" + at + "}");
        return id;
    }

    /** @param tally such as {@code accepted: kg(40)} */
    void receive(String shipment, String tally, String at) {
        command(
                receiver,
                "/api/shipments/" + shipment + "/receipts",
                "(kg => ({lines: [{lot: '%s', %s}], %s}))(it => ({amount: it, unit: 'KILOGRAM'}))"
                        .formatted(shipment, tally, at));
    }

    @Override
    public void close() {
        clerk.close();
        receiver.close();
    }
}
