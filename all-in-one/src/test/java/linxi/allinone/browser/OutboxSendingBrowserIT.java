package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what waits is sent: by one tab, not too often, and by browsers that can do less. */
@InBrowser
class OutboxSendingBrowserIT {
    private static final String SAVE = """
            return Promise.all([import('/assets/outbox-store.js'), import('/assets/uuid.js')]).then(([store, made]) => {
              const id = made.shipmentNumber(Date.now());
              const at = new Date().toISOString();
              return store.add({key: made.uuid(), kind: 'log', shipment: id, path: '/api/shipments', at, values: {}, said: [],
                account: 'demo-clerk', organisation: 'dakang', party: null, body: JSON.stringify({id, origin: 'dakang',
                  market: 'yonghui', channel: 'OTHER', at, lines: [{lot: '%s', quantity: {amount: 1, unit: 'KILOGRAM'},
                  price: {fen: 100, per: 'KILOGRAM'}}]})}).then(() => id)})""";

    private Phone phone;
    private Chromium browser;

    @BeforeEach
    void take() {
        phone = new Phone(DemoSystem.url(), "en");
        browser = phone.browser();
        phone.logIn("demo-clerk");
    }

    @AfterEach
    void putAway() {
        phone.close();
    }

    private String lot() {
        var lot = "outbox-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var _ = browser.run("""
                return Promise.all([import('/assets/frame.js'), import('/assets/uuid.js')])
                  .then(([it, made]) => it.send('/api/lots', {id: '%s', origin: 'dakang', product: 'tomato',
                     quantity: {amount: 1, unit: 'TONNE'}, producedAt: '2020-07-01T06:00:00+08:00'},
                     {'Idempotency-Key': made.uuid()}))
                  .then(it => fetch('/api/products?atLeast=' + it.position)).then(it => it.status)""".formatted(lot));
        return lot;
    }

    private Object tries() {
        return browser.run(
                "return import('/assets/outbox-store.js').then(it => it.entries()).then(all => all.map(it => it.tries))");
    }

    /** Answers of the server to commands are others; all are counted. */
    private void answerCommandsWith(String answer) {
        var _ = browser.run("""
                const real = window.fetch;
                window.asked = [];
                window.fetch = (path, more) => {
                  if (more?.method !== 'POST') {
                    return real(path, more);
                  }
                  window.asked.push(Date.now());
                  return Promise.resolve(%s);
                }""".formatted(answer));
    }

    @Test
    void sendEachOnceFromManyTabs() {
        var lot = lot();
        browser.openTab();
        browser.go("/shipments");
        browser.openTab();
        browser.go("/outbox");
        for (int i = 0; i < 4; i++) {
            browser.toTab(i % 3);
            var _ = browser.run(SAVE.formatted(lot));
        }
        for (int i = 0; i < 3; i++) {
            browser.toTab(i);
            var _ = browser.run("window.dispatchEvent(new Event('online')); return null");
        }
        phone.awaitNothingWaiting();
        assertThat(tries()).isEqualTo(List.of(1L, 1L, 1L, 1L));
    }

    @Test
    void waitAsLongAsTheServerAsks() {
        var lot = lot();
        browser.go("/outbox");
        answerCommandsWith(
                "new Response('{}', {status: 503, headers: {'Retry-After': '10', 'Content-Type': 'application/problem+json'}})");
        var _ = browser.run(SAVE.formatted(lot));
        for (int i = 0; i < 3; i++) {
            var _ = browser.run(
                    "return import('/assets/outbox-send.js').then(it => it.upload()).then(() => asked.length)");
        }
        assertThat(browser.run("return asked.length")).isEqualTo(1L);
        phone.awaitBar("1 waiting · the server cannot take it now, tried again soon");
        browser.await("return asked.length === 2");
        assertThat((Long) browser.run("return asked[1] - asked[0]")).isGreaterThanOrEqualTo(10_000);
        browser.go("/outbox");
        phone.awaitNothingWaiting();
        assertThat(tries()).isEqualTo(List.of(3L));
    }

    @Test
    void takeThePageOfAHotspotForNoAnswer() {
        var lot = lot();
        browser.go("/outbox");
        answerCommandsWith("new Response('<html>Welcome</html>', {headers: {'Content-Type': 'text/html'}})");
        var _ = browser.run(SAVE.formatted(lot));
        var _ = browser.run("return import('/assets/outbox-send.js').then(it => it.upload())");
        assertThat(phone.waiting()).isEqualTo(1);
    }

    @Test
    void putAsideWhatTheServerFallsOverAgainAndAgain() {
        var lot = lot();
        browser.go("/outbox");
        answerCommandsWith("""
                new Response('{"rule": "SERVER_FAULT", "detail": "broken"}',
                  {status: 500, headers: {'Content-Type': 'application/problem+json'}})""");
        var _ = browser.run(SAVE.formatted(lot));
        for (int i = 0; i < 5; i++) {
            var _ = browser.run("return import('/assets/outbox-send.js').then(it => it.upload())");
        }
        assertThat(browser.find("li.refused [data-why]").getText()).isEqualTo("broken");
        browser.go("/outbox");
        browser.find("[data-retry]").click();
        phone.awaitNothingWaiting();
    }

    @Test
    void workWithoutAWorkerAndWithoutLocksAndSaySo() {
        browser.beforeEveryPage("""
                Object.defineProperty(navigator, 'locks', {value: undefined});
                delete Navigator.prototype.serviceWorker;
                crypto.randomUUID = undefined;""");
        browser.go("/outbox");
        assertThat(browser.find("[data-no-copies]:not([hidden])").getText()).contains("cannot open pages offline");
        phone.fillIn(lot(), "5");
        var id = phone.save();
        browser.find("[data-open]:not([hidden])").click();
        browser.awaitPath("/shipments/" + id);
    }

    @Test
    void sendAtOnceWhereTheBrowserKeepsNothing() {
        browser.beforeEveryPage(
                "Object.defineProperty(window, 'indexedDB', {value: {open() { throw new Error('no'); }}});");
        phone.fillIn(lot(), "5");
        var id = phone.save();
        browser.find("[data-open]:not([hidden])").click();
        browser.awaitPath("/shipments/" + id);
        browser.go("/outbox");
        assertThat(browser.find("[data-unusable]:not([hidden])").getText()).contains("cannot keep");
    }

    @Test
    void takeFiveHundredAndSayWhenThatIsAll() {
        var lot = lot();
        phone.line().cut(true);
        var _ = browser.run("""
                return import('/assets/outbox-store.js').then(async it => {
                  for (let i = 0; i < 500; i++) {
                    await it.add({kind: 'dispatch', shipment: 'none-' + i, account: 'demo-clerk', organisation: 'dakang', said: []});
                  }
                  return null;
                })""");
        phone.line().cut(false);
        var _ = browser.run("return import('/assets/outbox-store.js').then(it => it.entries()).then(it => it.length)");
        assertThat(phone.waiting()).isEqualTo(500);
        assertThat((String) browser.run(SAVE.formatted(lot) + ".catch(it => it.constructor.name)"))
                .isEqualTo("Full");
    }

    @Test
    void fitAPhoneInBothLanguages() {
        var lot = lot();
        phone.fillIn(lot, "1");
        phone.awaitCopies();
        phone.line().cut(true);
        phone.log(lot, "3000");
        phone.log(lot, "10");
        phone.line().cut(false);
        browser.go("/outbox");
        browser.find("li.refused");
        var _ = browser.complaints();
        for (var language : List.of("en", "zh")) {
            for (var page : List.of("/shipments/new", "/shipments", "/outbox")) {
                browser.go(page);
                Fit.onPhones(browser, "outbox-beside" + page.replace('/', '-') + "-" + language);
            }
            browser.find("li.refused details[data-dispatching] summary").click();
            Fit.onPhones(browser, "outbox-" + language);
            browser.find("[data-language]").click();
            browser.find(language.equals("en") ? "html[lang=zh-CN]" : "html[lang=en]");
        }
        assertThat(browser.complaints()).filteredOn(it -> !it.contains("409")).isEmpty();
        assertThat(phone.strangers()).isEmpty();
    }
}
