package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** A clerk sends goods and a receiver says what came, each with a browser of his own. */
@InBrowser
class ShipmentsBrowserIT {
    private static final AtomicInteger NEXT = new AtomicInteger();

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
            // What is refused, as these tests will have it, is said by the browser too.
            assertThat(browser.complaints()).allMatch(it -> it.contains("status of 4"));
            browser.close();
        }
    }

    private static String lot() {
        var lot = "browser-lot-" + NEXT.incrementAndGet();
        clerk.command("/api/lots", """
                {id: '%s', origin: 'dakang', product: 'tomato', quantity: {amount: 2, unit: 'TONNE'},
                 producedAt: '2020-07-01T06:00:00+08:00'}""".formatted(lot));
        return lot;
    }

    private static String logged() {
        var id = "browser-" + NEXT.incrementAndGet();
        clerk.command("/api/shipments", """
                {id: '%s', origin: 'dakang', market: 'yonghui', channel: 'SUPERMARKET', lines:
                 [{lot: '%s', quantity: {amount: 40, unit: 'KILOGRAM'}, price: {fen: 360, per: 'KILOGRAM'}}]}""".formatted(id, lot()));
        return id;
    }

    private static String dispatched() {
        var id = logged();
        clerk.command("/api/shipments/" + id + "/dispatch", "{}");
        return id;
    }

    private static String lotOf(String shipment) {
        return (String) Objects.requireNonNull(clerk.run(
                "return fetch('/api/shipments/" + shipment + "').then(it => it.json()).then(it => it.lines[0].lot)"));
    }

    private static void fillIn(Chromium browser, String lot, String amount) {
        browser.go("/shipments/new");
        browser.find("label:has([value=tomato])").click();
        browser.find("label:has([value='" + lot + "'])").click();
        browser.find("#amount").sendKeys(amount);
        browser.find("[name=unit][value=JIN]").sendKeys(Keys.SPACE);
        browser.find("#price").sendKeys("3.60");
        new Select(browser.find("#market")).selectByValue("yonghui");
    }

    private static long shipmentsOf(String lot) {
        return (long) clerk.run(
                "return fetch('/api/lots/" + lot + "').then(it => it.json()).then(it => it.shipments.length)");
    }

    @Test
    void bringTomatoesFromTheClerkToTheReceiver() {
        fillIn(clerk, lot(), "3000");
        DemoSystem.picture(clerk, "new-shipment-desktop");
        clerk.find("[data-new] [type=submit]").click();
        clerk.find("[data-done]:not([hidden])");
        var id = clerk.find("[data-number]").getText();
        clerk.find("[data-open]:not([hidden])").click();
        clerk.awaitPath("/shipments/" + id);
        assertThat(clerk.find("[data-state]").getText()).isEqualTo("已登记");
        assertThat(clerk.text()).contains("1.5 吨", "录入：3000 斤");
        clerk.find("#vehicle").sendKeys("蒙D12345", Keys.ENTER);
        clerk.findReloading("[data-state=IN_TRANSIT]");
        receiver.go("/shipments");
        assertThat(receiver.text()).contains(id);
        receiver.find("a[href='/shipments/" + id + "']").click();
        receiver.find("[data-all]").click();
        assertThat(receiver.find("[data-countdown]").getText()).contains("秒后按全部收货上报");
        DemoSystem.picture(receiver, "receive-countdown");
        receiver.active().sendKeys(Keys.ENTER);
        assertThat(receiver.find("[data-all]").isDisplayed()).as("undone").isTrue();
        receiver.find("[data-all]").click();
        receiver.find("[data-now]").click();
        receiver.find("[data-state=RECEIVED]");
        receiver.find("[data-event=receipt-confirmed]");
        clerk.go("/shipments/" + id);
        assertThat(clerk.find("[data-event=receipt-confirmed]").getText()).contains("收货 1,500 公斤", "永辉超市");
        DemoSystem.picture(clerk, "shipment-desktop");
    }

    /** Ten seconds: by the clock of the page, and as the server has it. */
    @Test
    void sendAllReceivedWhenTheTimeToUndoIsOver() {
        var id = dispatched();
        receiver.go("/shipments/" + id);
        receiver.find("[data-all]");
        var began = System.nanoTime();
        var state = receiver.run("""
                document.querySelector('[data-all]').click();
                return new Promise(done => setTimeout(done, 8000))
                  .then(() => fetch('/api/shipments/%s')).then(it => it.json()).then(it => it.state)""".formatted(id));
        assertThat(state).as("after 8 s").isEqualTo("IN_TRANSIT");
        receiver.find("[data-state=RECEIVED]");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(9_900), Duration.ofSeconds(30));
    }

    @Test
    void showAShortReceiptToTheClerkWhoAgrees() {
        var id = dispatched();
        receiver.go("/shipments/" + id);
        receiver.find("[data-open=short]").click();
        receiver.active().sendKeys("1.5");
        assertThat(receiver.find("#receive-some [data-accepted]").getText()).isEqualTo("38.5");
        receiver.find("#receive-reason").sendKeys("少装一袋");
        DemoSystem.picture(receiver, "receive-short");
        receiver.find("#receive-some [type=submit]").click();
        receiver.find("[data-state=RECEIVED_WITH_DISCREPANCY]");
        clerk.go("/shipments/" + id);
        assertThat(clerk.find("[data-discrepancy]").getText()).contains("短缺 1.5 公斤", "尚未答复");
        assertThat(clerk.text()).contains("少装一袋");
        DemoSystem.picture(clerk, "discrepancy");
        clerk.find("[data-command=discrepancy-agreement] [type=submit]").click();
        assertThat(clerk.find("[data-event=discrepancy-agreed]").getText()).contains("认可差异");
        assertThat(clerk.find("[data-discrepancy]").getText()).contains("已认可");
    }

    @Test
    void showADisputeToTheReceiver() {
        var id = dispatched();
        receiver.command("/api/shipments/" + id + "/receipts", """
                {lines: [{lot: '%s', accepted: {amount: 39, unit: 'KILOGRAM'},
                 short: {amount: 1, unit: 'KILOGRAM'}, reason: '少装'}]}""".formatted(lotOf(id)));
        clerk.go("/shipments/" + id);
        clerk.find("#discrepancy-dispute summary").click();
        clerk.find("#discrepancy-dispute-reason").sendKeys("装车时过了磅");
        clerk.find("#discrepancy-dispute [type=submit]").click();
        clerk.find("[data-event=discrepancy-disputed]");
        receiver.go("/shipments/" + id);
        assertThat(receiver.find("[data-discrepancy]").getText()).contains("短缺 1 公斤", "发货方有异议");
        assertThat(receiver.find("[data-event=discrepancy-disputed]").getText()).contains("对差异提出异议", "装车时过了磅", "达康");
        DemoSystem.picture(receiver, "discrepancy-disputed");
    }

    @Test
    void correctARejectionBesideTheOriginal() {
        var id = dispatched();
        receiver.go("/shipments/" + id);
        receiver.find("[data-open=rejected]").click();
        receiver.active().sendKeys("41");
        receiver.find("#receive-reason").sendKeys("变质", Keys.ENTER);
        assertThat(receiver.find("#receive-some [data-problem]:not([hidden])").getText())
                .contains("超过了发货数量");
        receiver.find("#receive-some [name=rejected]").clear();
        receiver.find("#receive-some [name=rejected]").sendKeys("4", Keys.ENTER);
        receiver.find("[data-state=RECEIVED_WITH_DISCREPANCY]");
        receiver.find("#correct summary").click();
        receiver.find("#correct [name=rejected]").clear();
        receiver.find("#correct [name=rejected]").sendKeys("3");
        receiver.find("#correct-reason").sendKeys("复点", Keys.ENTER);
        assertThat(receiver.find("[data-event=receipt-corrected]").getText())
                .contains("更正前", "拒收 4 公斤", "更正后", "拒收 3 公斤", "复点");
    }

    @Test
    void recordOneShipmentHoweverManyAnswersAreLost() {
        var lot = lot();
        fillIn(clerk, lot, "20");
        clerk.loseAnswers();
        clerk.find("[data-new] [type=submit]:not([disabled])").click();
        clerk.find("[data-done]:not([hidden])");
        assertThat(clerk.find("[data-said]").getText()).contains("已存在本机");
        // What waits in the browser is sent again when a page is loaded.
        clerk.go("/outbox");
        clerk.find("[data-none]:not([hidden])");
        clerk.await("return fetch('/api/lots/" + lot + "').then(it => it.json()).then(it => it.shipments.length > 0)");
        assertThat(shipmentsOf(lot)).isEqualTo(1);
        fillIn(clerk, lot, "20");
        clerk.find("[data-new] [type=submit]").click();
        clerk.find("[data-done]:not([hidden])");
        clerk.await(
                "return fetch('/api/lots/" + lot + "').then(it => it.json()).then(it => it.shipments.length === 2)");
    }

    @Test
    void showWhyACommandIsRefused() {
        var id = logged();
        clerk.go("/shipments/" + id);
        clerk.command("/api/shipments/" + id + "/cancellation", "{reason: '改期'}");
        clerk.find("[data-command=dispatch] [type=submit]").click();
        assertThat(clerk.find("[data-problem]:not([hidden])").getText()).contains("取消");
    }

    @Test
    void fitAPhone() {
        var logged = logged();
        var dispatched = dispatched();
        for (var page : List.of("/", "/shipments", "/shipments/" + logged)) {
            fits(clerk, page);
        }
        fillIn(clerk, lot(), "5");
        Fit.onPhones(clerk, "new-shipment-phone");
        fits(receiver, "/shipments");
        fits(receiver, "/shipments/" + dispatched);
        receiver.find("[data-open=short]").click();
        Fit.onPhones(receiver, "receive-phone");
        clerk.resize(1280, 1000);
        receiver.resize(1280, 1000);
    }

    private static void fits(Chromium browser, String page) {
        browser.go(page);
        var name = page.replaceAll("browser-\\d+", "one").replace("/", "-");
        Fit.onPhones(browser, "page" + name + "-phone");
    }

    @Test
    void askNobodyElseAndComplainOfNothing() {
        var id = dispatched();
        var _ = clerk.complaints();
        var _ = clerk.strangers();
        for (var page : List.of("/shipments", "/shipments/" + id, "/shipments/new")) {
            clerk.go(page);
            clerk.find("h1");
        }
        assertThat(clerk.strangers()).isEmpty();
        assertThat(clerk.complaints()).isEmpty();
    }
}
