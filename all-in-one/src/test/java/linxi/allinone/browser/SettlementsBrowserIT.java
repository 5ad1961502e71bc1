package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** From a lot with its households to money that is shared, paid and taken back, by pages alone. */
@InBrowser
class SettlementsBrowserIT {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static Chromium clerk;
    private static Chromium receiver;
    private static Chromium auditor;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 1280);
        auditor = DemoSystem.loggedIn("demo-auditor", "en", 1280);
    }

    @AfterAll
    static void leave() {
        clerk.close();
        receiver.close();
        auditor.close();
    }

    private static Object api(Chromium browser, String path, String value) {
        return browser.run("return fetch('/api%s').then(it => it.json()).then(it => %s)".formatted(path, value));
    }

    private static String household(int index) {
        return (String) api(clerk, "/households?limit=2", "it.items[" + index + "].id");
    }

    /** Types the households in, wrongly first; returns on the form of a shipment. */
    private static String recordALot() {
        var lot = "settle-lot-" + NEXT.incrementAndGet();
        clerk.go("/shipments/new");
        clerk.find("a[href='/lots/new?back=/shipments/new']").click();
        clerk.find("label:has([value=tomato])").click();
        clerk.find("#quantity").sendKeys("100");
        clerk.find("#number").sendKeys(lot);
        clerk.find("[data-household]").sendKeys(household(0), Keys.TAB);
        clerk.active().sendKeys("59.5");
        clerk.find("[data-add='1']").sendKeys(Keys.ENTER);
        clerk.active().sendKeys(household(1), Keys.TAB);
        clerk.active().sendKeys("40");
        assertThat(clerk.find("[data-sum]").getText()).contains("合计 99.5，还差 0.5");
        clerk.find("[data-lot] [type=submit]").click();
        assertThat(clerk.find("[data-problem]:not([hidden])").getText()).contains("不一致");
        var _ = clerk.run("location.reload()");
        clerk.find(".row + .row [data-amount]");
        assertThat(clerk.find("[data-sum]").getText()).as("outlives a reload").contains("还差 0.5");
        clerk.find(".row + .row [data-amount]").sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, "40.5");
        DemoSystem.picture(clerk, "new-lot-desktop");
        clerk.find("[data-lot] [type=submit]").click();
        clerk.find("[data-new] [name=lot][value='" + lot + "']:checked");
        return lot;
    }

    private static String dispatched(String lot, int kilograms) {
        var id = "settle-" + NEXT.incrementAndGet();
        clerk.command("/api/shipments", """
                {id: '%s', origin: 'dakang', market: 'yonghui', channel: 'SUPERMARKET', lines: [{lot: '%s',
                 quantity: {amount: %d, unit: 'KILOGRAM'}, price: {fen: 360, per: 'KILOGRAM'}}]}""".formatted(id, lot, kilograms));
        clerk.command("/api/shipments/" + id + "/dispatch", "{}");
        return id;
    }

    private static String receivedWhole(String lot) {
        var id = dispatched(lot, 100);
        receiver.go("/shipments/" + id);
        receiver.find("[data-all]").click();
        receiver.find("[data-now]").click();
        receiver.find("[data-state=RECEIVED]");
        return id;
    }

    /** Only this one, less 12.5 % freight and 1.23 yuan. */
    private static String settle(String shipment) {
        clerk.go("/settlements/new");
        clerk.find("[data-market=yonghui]").click();
        clerk.find("[data-settle] [data-all]").click();
        clerk.find("[name=shipment][value='" + shipment + "']").sendKeys(Keys.SPACE);
        clerk.find("[data-kind=FREIGHT] [name=amount]").sendKeys("12.5");
        clerk.find("[data-kind=FREIGHT] [name=evidence]").sendKeys("运单 7");
        new Select(clerk.find("[data-kind=OTHER] [name=as]")).selectByValue("fen");
        clerk.find("[data-kind=OTHER] [name=amount]").sendKeys("999");
        clerk.await(
                "return document.querySelector('[data-preview-problem]:not([hidden])')?.textContent.includes('扣款')");
        clerk.find("[data-kind=OTHER] [name=amount]").clear();
        clerk.find("[data-kind=OTHER] [name=amount]").sendKeys("1.23");
        clerk.find("[data-preview-deduction=OTHER]:not([hidden])");
        clerk.awaitText("[data-preview-net]", "313.77 元");
        assertThat(clerk.find("[data-preview-gross]").getText()).isEqualTo("360.00 元");
        assertThat(clerk.find("[data-preview-deduction=FREIGHT] .number").getText())
                .isEqualTo("-45.00 元");
        // 70 % of it, 219.639 yuan, by largest remainder.
        assertThat(clerk.find("[data-preview-path=ORDER_PURCHASE] .number").getText())
                .isEqualTo("219.64 元");
        DemoSystem.picture(clerk, "new-settlement-desktop");
        clerk.find("[data-settle] [type=submit]").click();
        clerk.find("#settlement [data-state=OPEN]");
        return String.valueOf(clerk.find("#settlement").getDomAttribute("data-id"));
    }

    /** Net and each share as the page shows them are what the API answers, to the fen. */
    private static void figuresAreThoseOfTheApi(Chromium browser, String settlement) {
        var path = "/settlements/" + settlement;
        long net = (long) api(browser, path, "it.net.fen");
        assertThat(browser.find("[data-sum=net]").getText()).isEqualTo(yuan(net));
        long sum = (long) api(browser, path, "it.unattributed.fen");
        assertThat(browser.find("[data-share=nobody]").getText()).isEqualTo(yuan(sum));
        for (var way : List.of("ORDER_PURCHASE", "WAGE", "LAND_TRANSFER", "ASSET_RENT", "DIVIDEND")) {
            long share = (long) api(browser, path, "it.attributed." + way + ".fen");
            assertThat(browser.find("[data-share=" + way + "]").getText()).isEqualTo(yuan(share));
            sum += share;
        }
        assertThat(sum).isEqualTo(net);
    }

    private static String yuan(long fen) {
        return "%,d.%02d 元".formatted(fen / 100, fen % 100);
    }

    private static void agree(String settlement) {
        receiver.go("/settlements/" + settlement);
        receiver.find("[data-command=agreement] [type=checkbox]").click();
        receiver.find("[data-command=agreement] [type=submit]").click();
        receiver.find("#settlement [data-state=AGREED]");
    }

    @Test
    void bringMoneyToHouseholdsAndBack() {
        var lot = recordALot();
        var shipment = receivedWhole(lot);
        var id = settle(shipment);
        assertThat(clerk.text()).contains("等待市场核对并确认", "运单 7", "12.5 %");
        agree(id);
        figuresAreThoseOfTheApi(receiver, id);
        receiver.find("#reference").sendKeys("回单 42", Keys.ENTER);
        receiver.find("#settlement [data-state=PAID]");
        receiver.find("#returns summary").click();
        new Select(receiver.find("#returned-shipment")).selectByValue(shipment);
        receiver.find("#returns fieldset:not([hidden]) input").sendKeys("10");
        DemoSystem.picture(receiver, "settlement-return-desktop");
        receiver.find("#returned-reason").sendKeys("变质", Keys.ENTER);
        receiver.find("[data-event=goods-returned]");
        assertThat(receiver.find("[data-sum=kept]").getText()).isEqualTo(yuan(32_400));
        assertThat(receiver.find("[data-part='" + shipment + "']").getText()).isEqualTo(yuan(32_400));
        figuresAreThoseOfTheApi(receiver, id);
        DemoSystem.picture(receiver, "settlement-desktop");
        clerk.go("/settlements/" + id);
        clerk.find("#reversal summary").click();
        clerk.find("#reversal-reason").sendKeys("重新核算");
        clerk.find("#reversal [type=submit]").click();
        assertThat(clerk.all("[data-state=REVERSED]"))
                .as("not without the tick")
                .isEmpty();
        clerk.find("#reversal [type=checkbox]").sendKeys(Keys.SPACE);
        clerk.find("#reversal [type=submit]").click();
        clerk.find("#settlement [data-state=REVERSED]");
        long refund = (long) api(clerk, "/settlements/" + id, "it.refundDue.fen");
        assertThat(clerk.find("[data-refund]").getText()).contains(yuan(refund));
        tellsAll(id);
    }

    /** Who, what, when and where in the log; from there to what was written. */
    private static void tellsAll(String settlement) {
        auditor.go("/settlements/" + settlement);
        assertThat(auditor.all("#settlement [data-event]").stream().map(it -> it.getDomAttribute("data-event")))
                .containsExactly(
                        "settlement-opened",
                        "settlement-agreed",
                        "settlement-paid",
                        "goods-returned",
                        "settlement-reversed");
        assertThat(auditor.find(".timeline").getText()).contains("回单 42", "变质", "重新核算", "Yonghui", "Dakang");
        auditor.find("[data-event=settlement-paid] a[href^='/events']").click();
        assertThat(auditor.find("[data-event=settlement-paid] details[open] pre")
                        .getText())
                .contains("回单 42", settlement);
        DemoSystem.picture(auditor, "events-desktop-en");
    }

    @Test
    void refuseASecondAgreementInWords() {
        var id = settle(receivedWhole(recordALot()));
        receiver.go("/settlements/" + id);
        receiver.command("/api/settlements/" + id + "/agreement", "{}");
        receiver.find("[data-command=agreement] [type=checkbox]").click();
        receiver.find("[data-command=agreement] [type=submit]").click();
        assertThat(receiver.find("[data-command=agreement] [data-problem]:not([hidden])")
                        .getText())
                .contains("已");
        assertThat(receiver.run("return fetch('/settlements/" + id + "').then(it => it.text())"
                        + ".then(it => it.split('settlement-agreed').length - 1)"))
                .isEqualTo(1L);
    }

    @Test
    void doWhatIsRareWithAShipment() {
        var lot = recordALot();
        var parts = dispatched(lot, 40);
        receiver.go("/shipments/" + parts);
        receiver.find("#more summary").click();
        receiver.find("[data-build=part] [name=accepted]").sendKeys("15");
        DemoSystem.picture(receiver, "shipment-more-desktop");
        receiver.find("[data-build=part] [type=submit]").click();
        receiver.find("[data-state=PARTLY_RECEIVED]");
        receiver.find("[data-open=short]").click();
        receiver.find("#receive-some details summary").click();
        receiver.find("#receive-some [name=lost]").sendKeys("5");
        receiver.find("#receive-some [name=over]").sendKeys("1");
        assertThat(receiver.find("#receive-some [data-accepted]").getText()).isEqualTo("21");
        receiver.find("#receive-reason").sendKeys("翻车", Keys.ENTER);
        receiver.find("[data-state=RECEIVED_WITH_DISCREPANCY]");
        assertThat(receiver.find("[data-discrepancy]").getText()).contains("损失 5 公斤", "多收 1 公斤");
        var refused = dispatched(lot, 20);
        receiver.go("/shipments/" + refused);
        receiver.find("#more summary").click();
        receiver.find("#rejection-reason").sendKeys("不是订的品种", Keys.ENTER);
        receiver.find("[data-state=REJECTED]");
        clerk.go("/shipments/" + refused);
        assertThat(clerk.find("[data-build=back] [name=quantity]").getDomProperty("value"))
                .isEqualTo("20");
        clerk.find("[data-build=back] [type=submit]").click();
        clerk.find("[data-event=return-received]");
        clerk.go("/shipments/" + dispatched(lot, 20));
        clerk.find("#more summary").click();
        clerk.find("#loss-reason").sendKeys("失窃", Keys.ENTER);
        clerk.find("[data-state=LOST]");
        clerk.go("/lots/" + lot);
        assertThat(clerk.find("[data-left]").getText()).isEqualTo("40 公斤");
        clerk.find("#hold summary").click();
        clerk.find("#reason").sendKeys("抽检", Keys.ENTER);
        clerk.find("[data-held]");
        DemoSystem.picture(clerk, "lot-desktop");
    }

    @Test
    void fitAPhoneAndComplainOfNothing() {
        var lot = recordALot();
        var shipment = receivedWhole(lot);
        for (var browser : List.of(clerk, receiver, auditor)) {
            var _ = browser.complaints();
            var _ = browser.strangers();
        }
        for (var page : List.of(
                "/settlements",
                "/lots",
                "/lots/" + lot,
                "/lots/new",
                "/settlements/new",
                "/",
                "/settlements/new?market=yonghui")) {
            fits(clerk, page);
        }
        fits(receiver, "/settlements");
        fits(auditor, "/events");
        var id = settle(shipment);
        fits(receiver, "/settlements/" + id);
        agree(id);
        receiver.find("#returns summary").click();
        Fit.onPhones(receiver, "page-settlements-one-agreed-phone");
        for (var browser : List.of(clerk, receiver, auditor)) {
            // A preview that is refused is said by the browser too.
            assertThat(browser.complaints()).allMatch(it -> it.contains("/api/settlements/preview"));
            assertThat(browser.strangers()).isEmpty();
            browser.resize(1280, 1000);
        }
    }

    private static void fits(Chromium browser, String page) {
        browser.go(page);
        var _ = browser.find("h1");
        var name = page.replaceAll("settle-lot-\\d+|[0-9a-f-]{36}", "one").replaceAll("\\?.*", "-form");
        Fit.onPhones(browser, "page" + name.replace("/", "-") + "-phone");
    }
}
