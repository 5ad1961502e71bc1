package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A clerk logs shipments where the network is weak, or is none. */
@InBrowser
class OutboxBrowserIT {
    /** Sees what the server has, whatever happens to the phone. */
    private static Chromium office;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Phone phone;

    @BeforeAll
    static void logIn() {
        office = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
    }

    @AfterAll
    static void leave() {
        office.close();
    }

    @BeforeEach
    void take() {
        phone = new Phone(DemoSystem.url(), "zh-CN");
        phone.logIn("demo-clerk");
    }

    @AfterEach
    void putAway() {
        phone.close();
    }

    /** Of two tonnes. */
    private static String lot() {
        var lot = "outbox-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var _ = office.run("""
                return import('/assets/frame.js')
                  .then(it => it.send('/api/lots', {id: '%s', origin: 'dakang', product: 'tomato',
                     quantity: {amount: 2, unit: 'TONNE'}, producedAt: '2020-07-01T06:00:00+08:00'},
                     {'Idempotency-Key': crypto.randomUUID()}))
                  .then(it => fetch('/api/products?atLeast=' + it.position)).then(it => it.status)""".formatted(lot));
        return lot;
    }

    /** Waits until these are the shipments that took from the lot, in the order in which the server recorded them. */
    private static void awaitRecorded(String lot, String... shipments) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            if (recorded(lot).equals(List.of(shipments))) {
                return;
            }
        }
        assertThat(recorded(lot)).isEqualTo(List.of(shipments));
    }

    private static Object recorded(String lot) {
        return office.run("""
                return fetch('/api/lots/%s').then(it => it.json())
                  .then(it => Promise.all(it.shipments.map(one => fetch('/api/shipments/' + one.shipment).then(it => it.json()))))
                  .then(all => all.sort((a, b) => a.history[0].position - b.history[0].position).map(it => it.id))""".formatted(lot));
    }

    @Test
    void loseNothingWithoutANetworkAndKeepTheOrder() {
        var lot = lot();
        phone.fillIn(lot, "1");
        phone.awaitCopies();
        phone.line().cut(true);
        var first = phone.log(lot, "10");
        assertThat(phone.browser().find("[data-said]").getText()).contains("已存在本机");
        phone.awaitBar("待上传 1 · 离线");
        DemoSystem.picture(phone.browser(), "outbox-saved-phone");
        var second = phone.log(lot, "20");
        assertThat(phone.browser().find("[data-copy-notice]").getText()).contains("离线副本，时间 20");
        phone.browser().go("/shipments/new");
        assertThat(phone.waiting()).isEqualTo(2);
        phone.closeAndOpen();
        phone.browser().go("/outbox");
        assertThat(phone.browser().textOf("[data-list] li:nth-child(1)")).contains(first, "10 公斤", "永辉");
        assertThat(phone.browser().textOf("[data-list] li:nth-child(2)")).contains(second);
        DemoSystem.picture(phone.browser(), "outbox-two-phone");
        assertThat(recorded(lot)).isEqualTo(List.of());
        phone.line().cut(false);
        phone.browser().find("[data-upload]").click();
        phone.awaitNothingWaiting();
        awaitRecorded(lot, first, second);
        assertThat(phone.browser().find("[data-sent-list]").getText()).contains(first, second);
        assertThat(phone.complaints()).isEmpty();
        assertThat(phone.strangers()).isEmpty();
    }

    @Test
    void showWhatWasSeenBeforeAndSayThatItIsOld() {
        var lot = lot();
        var id = phone.log(lot, "10");
        phone.browser().find("[data-open]:not([hidden])").click();
        phone.browser().awaitPath("/shipments/" + id);
        phone.browser().go("/shipments");
        phone.awaitCopies();
        phone.line().cut(true);
        phone.browser().go("/shipments");
        phone.browser().find("[data-copy-notice]:not([hidden])");
        phone.browser().find("a[href='/shipments/" + id + "']").click();
        phone.browser().awaitPath("/shipments/" + id);
        phone.browser().find("#vehicle").sendKeys("蒙D12345");
        phone.browser().find("[data-command=dispatch] [type=submit]").click();
        assertThat(phone.browser()
                        .find("[data-command=dispatch] + .notice:not([hidden])")
                        .getText())
                .contains("发车已存在本机");
        DemoSystem.picture(phone.browser(), "outbox-dispatch-phone");
        phone.browser().go("/settlements");
        phone.browser().awaitPath("/outbox#%2Fsettlements");
        assertThat(phone.browser().find("[data-missing]").getText()).contains("没有这一页的副本", "/settlements");
        phone.line().cut(false);
        phone.browser().find("[data-upload]").click();
        phone.awaitNothingWaiting();
        phone.browser().go("/shipments/" + id);
        assertThat(phone.browser().find("[data-state]").getText()).isEqualTo("运输中");
        assertThat(phone.browser().find("[data-event=shipment-dispatched]").getText())
                .contains("蒙D12345");
    }

    @Test
    void showACopyWhereTheNetworkIsTooWeak() {
        phone.browser().go("/shipments/new");
        phone.awaitCopies();
        phone.browser().go("/shipments");
        phone.line().slow(Duration.ofSeconds(20), Integer.MAX_VALUE);
        long begun = System.nanoTime();
        phone.browser().go("/shipments/new");
        phone.browser().find("[data-copy-notice]:not([hidden])");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        phone.line().normal();
    }

    @Test
    void recordEachOnceInOrderHoweverManyAnswersAreLost() {
        var lot = lot();
        phone.fillIn(lot, "10");
        phone.line().loseAnswersTo("POST /api/");
        var first = phone.save();
        assertThat(phone.browser().find("[data-said]").getText()).contains("已存在本机");
        awaitRecorded(lot, first);
        var second = phone.log(lot, "20");
        var third = phone.log(lot, "30");
        assertThat(phone.waiting()).isEqualTo(3);
        phone.browser().go("/outbox");
        assertThat(phone.browser().textOf("[data-list] li:nth-child(1)")).contains("等待答复");
        phone.line().loseAnswersTo("");
        phone.browser().go("/outbox");
        phone.awaitNothingWaiting();
        awaitRecorded(lot, first, second, third);
    }

    @Test
    void keepARefusedEntryWithItsReasonUntilItIsMended() {
        var lot = lot();
        phone.fillIn(lot, "1");
        phone.awaitCopies();
        phone.line().cut(true);
        var tooMuch = phone.log(lot, "3000");
        phone.browser().find("[data-done] #vehicle").sendKeys("蒙D12345");
        phone.browser().find("[data-done] form [type=submit]").click();
        assertThat(phone.browser().find("[data-dispatched]:not([hidden])").getText())
                .contains("待上传");
        var fine = phone.log(lot, "20");
        phone.line().cut(false);
        phone.browser().go("/outbox");
        phone.browser().find("[data-list] li.refused");
        awaitRecorded(lot, fine);
        phone.awaitBar("待上传 1 · 被拒绝 1");
        assertThat(phone.browser().find("li.refused [data-why]").getText()).contains("只剩");
        assertThat(phone.browser().textOf("[data-list] li:nth-child(2)")).contains("等前一条");
        DemoSystem.picture(phone.browser(), "outbox-refused-phone");
        phone.browser().go("/shipments");
        assertThat(phone.waiting()).as("it stays").isEqualTo(2);
        phone.browser().find("#outbox-bar > a").click();
        phone.browser().find("li.refused [data-mend]").click();
        assertThat(phone.browser().find("[data-problem]:not([hidden])").getText())
                .contains("只剩");
        DemoSystem.picture(phone.browser(), "outbox-mend-phone");
        phone.browser().find("#amount").clear();
        phone.browser().find("#amount").sendKeys("30");
        assertThat(phone.save()).as("the same number").isEqualTo(tooMuch);
        phone.awaitNothingWaiting();
        awaitRecorded(lot, fine, tooMuch);
        phone.browser().go("/shipments/" + tooMuch);
        phone.browser().find("[data-state=IN_TRANSIT]");
    }

    @Test
    void explainARefusalInTheFormAndDeleteOnlyOnRequest() {
        var lot = lot();
        phone.fillIn(lot, "3000");
        phone.browser().find("[data-new] [type=submit]").click();
        assertThat(phone.browser().find("[data-problem]:not([hidden])").getText())
                .contains("只剩");
        phone.awaitBar("被拒绝 1");
        phone.browser().go("/outbox");
        phone.browser().find("[data-remove] summary").click();
        assertThat(phone.browser().find("[data-remove]").getText()).contains("无法恢复");
        assertThat(phone.waiting()).isEqualTo(1);
        phone.browser().find("[data-really]").click();
        phone.browser().find("[data-none]:not([hidden])");
        assertThat(phone.waiting()).isZero();
        assertThat(recorded(lot)).isEqualTo(List.of());
    }

    @Test
    void neitherSendNorShowTheEntriesOfSomebodyElse() {
        var lot = lot();
        phone.fillIn(lot, "10");
        phone.awaitCopies();
        phone.browser().forgetCookies();
        var id = phone.save();
        phone.awaitBar("待上传 1 · 请先登录");
        phone.browser().await("return caches.match('/shipments').then(it => !it)");
        phone.logIn("demo-receiver");
        phone.awaitBar("另有 1 条属于 demo-clerk，请用该账户登录后上传");
        phone.browser().go("/outbox");
        assertThat(phone.browser().text()).contains("1 条，属于 demo-clerk").doesNotContain(id);
        phone.browser().go("/shipments");
        phone.line().cut(true);
        assertThat(phone.seesWithoutNetwork("/shipments/new")).doesNotContain("发货");
        phone.line().cut(false);
        assertThat(recorded(lot)).isEqualTo(List.of());
        phone.browser().go("/");
        phone.browser().find("[data-logout]").click();
        phone.browser().awaitPath("/login");
        phone.logIn("demo-clerk");
        phone.awaitNothingWaiting();
        awaitRecorded(lot, id);
    }

    @Test
    void saySoWhereNobodyCanLogIn() {
        phone.browser().forgetCookies();
        phone.browser().go("/login");
        phone.line().cut(true);
        phone.browser().find("#name").sendKeys("demo-clerk");
        phone.browser().find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
        assertThat(phone.browser().find("[data-problem]:not([hidden])").getText())
                .contains("没有收到答复", "检查网络");
    }

    @Test
    void forgetWhatWasKeptAtTheLogout() {
        phone.browser().go("/shipments");
        phone.awaitCopies();
        phone.browser().find("[data-logout]").click();
        phone.browser().awaitPath("/login");
        phone.browser().await("return caches.match('/shipments').then(it => !it)");
        phone.line().cut(true);
        assertThat(phone.seesWithoutNetwork("/shipments")).doesNotContain("发货");
    }
}
