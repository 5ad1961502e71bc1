package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A receiver who thinks better of it, puts the phone away, or sees no answer. */
@InBrowser
class ReceiveBrowserIT {
    private static final String RECEIPTS = """
            performance.getEntriesByType('resource').filter(it => it.name.endsWith('/receipts'))""";

    private static Chromium clerk;
    private static Chromium receiver;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 1280);
    }

    @AfterAll
    static void leave() {
        for (var browser : List.of(clerk, receiver)) {
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.close();
        }
    }

    private static String open() {
        var id = Labelled.dispatched(clerk, "yonghui");
        receiver.go("/shipments/" + id);
        return id;
    }

    @Test
    void takesBackAShortReceiptAndFindsItAsItWas() {
        open();
        receiver.find("[data-open=short]").click();
        receiver.active().sendKeys("1.5");
        receiver.find("#receive-reason").sendKeys("少装一袋", Keys.ENTER);
        assertThat(receiver.find("[data-hold]:not([hidden]) [data-countdown]").getText())
                .contains("秒后按上面的数量上报");
        DemoSystem.picture(receiver, "receive-short-countdown");
        assertThat(receiver.find("#receive-some").isDisplayed())
                .as("what will be sent")
                .isTrue();
        assertThat(receiver.run("return document.querySelector('#receive-some').inert"))
                .isEqualTo(true);
        receiver.find("[data-undo]").click();
        assertThat(receiver.find("[data-hold]").isDisplayed()).isFalse();
        assertThat(receiver.active().getDomAttribute("name"))
                .as("not on all received")
                .isEqualTo("short");
        assertThat(receiver.run("return " + RECEIPTS + ".length")).isEqualTo(0L);
        assertThat(receiver.find("#receive-some [name=short]").getDomProperty("value"))
                .isEqualTo("1.5");
        receiver.find("#receive-some [name=short]").clear();
        receiver.find("#receive-some [name=short]").sendKeys("2", Keys.ENTER);
        receiver.find("[data-now]").click();
        receiver.find("[data-state=RECEIVED_WITH_DISCREPANCY]");
        assertThat(receiver.find("[data-discrepancy]").getText()).contains("短缺 2 公斤");
    }

    /** The browser may throw away a page that nobody sees, and what waits in it. */
    @Test
    void hasSentWhatWasPressedWhenThePhoneIsPutAway() {
        open();
        receiver.find("[data-all]");
        var sent = (Number) receiver.run("""
                const pressed = performance.now();
                document.querySelector('[data-all]').click();
                Object.defineProperty(document, 'visibilityState', {value: 'hidden'});
                document.dispatchEvent(new Event('visibilitychange'));
                return new Promise(done => {
                  const look = () => %s.length ? done(%s[0].startTime - pressed) : setTimeout(look, 20);
                  look();
                })""".formatted(RECEIPTS, RECEIPTS));
        assertThat(sent.doubleValue()).as("milliseconds").isLessThan(5_000);
        receiver.find("[data-state=RECEIVED]");
    }

    @Test
    void hasSentWhatWasPressedWhenThePageIsLeft() {
        var id = open();
        receiver.find("[data-all]").click();
        receiver.find("[data-countdown]");
        receiver.go("/shipments");
        assertThat(clerk.run("""
                const end = Date.now() + 8000;
                const look = () => fetch('/api/shipments/%s').then(it => it.json()).then(it =>
                  it.state === 'RECEIVED' || Date.now() > end ? it.state : look());
                return look();""".formatted(id))).isEqualTo("RECEIVED");
    }

    @Test
    void recordsAnEqualPartThatCameAfterOneWhoseAnswerWasLost() {
        var id = open();
        receiver.loseAnswers();
        part("5");
        assertThat(receiver.find("[data-build=part] [data-problem]:not([hidden])")
                        .getText())
                .contains("没有收到答复");
        receiver.await(
                "return fetch('/api/shipments/" + id + "').then(it => it.json()).then(it => it.history.length === 3)");
        receiver.go("/shipments/" + id);
        receiver.find("[data-state=PARTLY_RECEIVED]");
        part("5");
        receiver.await("return document.querySelectorAll('[data-event=receipt-confirmed]').length === 2");
        assertThat(receiver.run("return fetch('/api/shipments/" + id + "').then(it => it.json())"
                        + ".then(it => it.lines[0].accepted.amount)"))
                .isEqualTo(10_000L);
    }

    private static void part(String accepted) {
        receiver.find("#more summary").click();
        receiver.find("[data-build=part] [name=accepted]").sendKeys(accepted);
        receiver.find("[data-build=part] [type=submit]").click();
    }
}
