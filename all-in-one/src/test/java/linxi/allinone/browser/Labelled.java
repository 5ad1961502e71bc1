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

    /** What the code on the page leads to. */
    static String code(Chromium browser) {
        var _ = browser.find("[data-qr][src]");
        return Label.read(String.valueOf(browser.run("""
                const it = document.querySelector('[data-qr]');
                return it.decode().then(() => {
                  // As large as it is itself: eight dots a module, so that none is cut.
                  const canvas = Object.assign(document.createElement('canvas'), { width: it.naturalWidth, height: it.naturalHeight });
                  canvas.getContext('2d').drawImage(it, 0, 0);
                  return canvas.toDataURL('image/png');
                })""")));
    }

    static String address(String shipment) {
        return DemoSystem.url() + "/t/S." + shipment;
    }
}
