package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A receiver comes from a code to its shipment: by camera, photo, keyboard and scanner, and where one of them fails. */
@InBrowser
class ScanBrowserIT {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final List<String> FAKE_CAMERA =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    private static final Pattern RAW = Pattern.compile("\\?\\?|\\b(scan|trace|receipt|produce|region)\\.[a-z]");

    /** A browser of today that has one; Chromium on Linux has none. */
    private static final String DETECTOR = """
            window.BarcodeDetector = class {
              static async getSupportedFormats() { return ['qr_code']; }
              async detect(picture) {
                window.looks = (window.looks ?? 0) + 1;
                return window.looks > 2 ? [{ rawValue: window.seen ?? 'https://example.org/pay?to=<b>me</b>' }] : [];
              }
            };""";

    private static Chromium clerk;
    private static Chromium receiver;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = loggedIn(List.of());
    }

    @AfterAll
    static void leave() {
        clerk.close();
        receiver.close();
    }

    private static Chromium loggedIn(List<String> more) {
        return loggedIn(DemoSystem.url(), more);
    }

    private static Chromium loggedIn(String url, List<String> more) {
        var browser = Chromium.open(url, "zh-CN", 1280, 1000, more);
        browser.go("/login");
        browser.find("#name").sendKeys("demo-receiver");
        browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
        browser.awaitPath("/");
        return browser;
    }

    private static Chromium withCamera(String text) {
        return loggedIn(List.of(
                FAKE_CAMERA.get(0), FAKE_CAMERA.get(1), "--use-file-for-fake-video-capture=" + Label.video(text)));
    }

    /** As a program would, with the session of the browser; waits until pages show it. */
    private static void command(Chromium browser, String path, String json) {
        var _ = browser.run("""
                return import('/assets/frame.js')
                  .then(it => it.send('%s', %s, {'Idempotency-Key': crypto.randomUUID()}))
                  .then(it => fetch('/api/products?atLeast=' + it.position))
                  .then(it => it.status)""".formatted(path, json));
    }

    private static String dispatched() {
        return dispatched("yonghui");
    }

    private static String dispatched(String market) {
        int number = NEXT.incrementAndGet();
        var id = "scan-" + number;
        command(clerk, "/api/lots", """
                {id: 'scan-lot-%d', origin: 'dakang', product: 'tomato', quantity: {amount: 1, unit: 'TONNE'},
                 producedAt: '2020-07-01T06:00:00+08:00'}""".formatted(number));
        command(clerk, "/api/shipments", """
                {id: '%s', origin: 'dakang', market: '%s', channel: 'SUPERMARKET', lines:
                 [{lot: 'scan-lot-%d', quantity: {amount: 40, unit: 'KILOGRAM'}, price: {fen: 360, per: 'KILOGRAM'}}]}""".formatted(id, market, number));
        command(clerk, "/api/shipments/" + id + "/dispatch", "{vehicle: '蒙D54321'}");
        return id;
    }

    private static String label(String shipment) {
        return DemoSystem.url() + "/t/S." + shipment;
    }

    private static void awaitReceipt(Chromium browser, String id) {
        browser.awaitPath("/shipments/" + id + "#receive");
        assertThat((boolean) browser.run("""
                const it = document.querySelector('[data-all]').getBoundingClientRect();
                return it.top >= 0 && it.bottom <= innerHeight;"""))
                .as("the three buttons are in view")
                .isTrue();
    }

    @Test
    void openTheShipmentInFrontOfTheCamera() {
        var id = dispatched();
        try (var browser = withCamera(label(id))) {
            browser.go("/scan");
            browser.find("[data-camera]:not([hidden]), [data-stop]:not([hidden])");
            if (browser.path().equals("/scan") && browser.find("[data-camera]").isDisplayed()) {
                browser.find("[data-camera]").click();
            }
            awaitReceipt(browser, id);
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.find("[data-all]").click();
            browser.find("[data-now]").click();
            browser.find("[data-state=RECEIVED]");
            browser.go("/shipments");
            browser.go("/scan?lot=scan-lot-" + id.substring(5));
            assertThat(browser.find("[data-today]").getText()).contains(id);
        }
    }

    @Test
    void showWhatAForeignCodeSaysAndDoNotFollowIt() {
        try (var browser = withCamera("https://example.org/pay?to=someone")) {
            browser.go("/scan");
            browser.find("[data-stop]:not([hidden])");
            assertThat(browser.find(".problem[data-problem]:not([hidden])").getText())
                    .contains("不是本系统的码", "https://example.org/pay?to=someone");
            assertThat(browser.path()).isEqualTo("/scan");
            DemoSystem.picture(browser, "scan-foreign");
            browser.find("[data-stop]").click();
            assertThat((boolean) browser.run("return document.querySelector('[data-video]').srcObject === null"))
                    .isTrue();
            assertThat(browser.find("[data-camera]").isDisplayed()).isTrue();
            assertThat(browser.strangers()).isEmpty();
        }
        receiver.go("/scan");
        receiver.find("[data-photo]")
                .sendKeys(Label.photo("https://example.org/t/S.scan-1").toString());
        assertThat(receiver.find("[data-problem]:not([hidden])").getText()).contains("https://example.org/t/S.scan-1");
    }

    @Test
    void letTheBrowserFindTheCodeWhereItCan() {
        var id = dispatched();
        try (var browser = loggedIn(FAKE_CAMERA)) {
            browser.beforeEveryPage(DETECTOR);
            browser.go("/scan");
            assertThat(browser.find("[data-problem]:not([hidden])").getText()).contains("to=<b>me</b>");
            assertThat(browser.find("[data-stop]").isDisplayed())
                    .as("goes on looking")
                    .isTrue();
            var _ = browser.run("window.seen = '" + label(id) + "'");
            awaitReceipt(browser, id);
        }
    }

    @Test
    void offerTheOtherWaysAtOnceWhereTheCameraIsDenied() {
        try (var browser = loggedIn(List.of("--use-fake-device-for-media-stream", "--deny-permission-prompts"))) {
            browser.go("/scan");
            browser.find("[data-camera]:not([hidden])").click();
            assertThat(browser.find("[data-problem]:not([hidden])").getText()).contains("没有使用相机的权限", "扫码枪");
            assertThat(browser.find("#code").isDisplayed()).isTrue();
            assertThat(browser.active().getAttribute("id")).isEqualTo("code");
            DemoSystem.picture(browser, "scan-denied");
        }
        try (var browser = loggedIn(List.of("--use-fake-ui-for-media-stream"))) {
            browser.beforeEveryPage("navigator.mediaDevices.getUserMedia = async () => {"
                    + " throw new DOMException('in use', 'NotReadableError'); }");
            browser.go("/scan");
            if (browser.find("[data-camera]").isDisplayed()) {
                browser.find("[data-camera]").click();
            }
            assertThat(browser.find("[data-problem]:not([hidden])").getText()).contains("被别的程序占用");
        }
    }

    @Test
    void sayWhyThereIsNoCameraOverPlainHttpAndTakeAPhotoThere() {
        var id = dispatched();
        var port = DemoSystem.url().substring(DemoSystem.url().lastIndexOf(':'));
        try (var browser =
                loggedIn("http://linxi.test" + port, List.of("--host-resolver-rules=MAP linxi.test 127.0.0.1"))) {
            browser.go("/scan");
            assertThat(browser.find("[data-insecure]:not([hidden])").getText()).contains("HTTPS");
            assertThat(browser.find("[data-camera]").isDisplayed()).isFalse();
            DemoSystem.picture(browser, "scan-insecure");
            browser.find("[data-photo]")
                    .sendKeys(Label.photo("http://linxi.test" + port + "/t/S." + id)
                            .toString());
            awaitReceipt(browser, id);
        }
    }

    @Test
    void openAShipmentByAPhoto() {
        var id = dispatched();
        receiver.go("/scan");
        receiver.find("[data-photo]").sendKeys(Label.photo(label(id)).toString());
        awaitReceipt(receiver, id);
    }

    @Test
    void openAShipmentByItsNumberAndSayWhatIsWrongWithOne() {
        var id = dispatched();
        receiver.go("/scan");
        receiver.find("#code").sendKeys(id, Keys.ENTER);
        awaitReceipt(receiver, id);
        receiver.go("/scan");
        receiver.find("#code").sendKeys("no-such-shipment", Keys.ENTER);
        assertThat(receiver.find("[data-problem]:not([hidden])").getText()).contains("no-such-shipment");
        var others = dispatched("wumart");
        receiver.go("/scan?code=S." + others);
        assertThat(receiver.find("[data-problem]:not([hidden])").getText()).contains("其他单位");
    }

    @Test
    void takeWhatAScannerTypesWhereverTheFocusIs() {
        var id = dispatched();
        receiver.go("/scan");
        var _ = receiver.find("h1");
        var _ = receiver.run("document.querySelector('[data-language]').focus()");
        type(label(id), 0);
        awaitReceipt(receiver, id);
        receiver.go("/scan");
        receiver.find("#code").sendKeys("rest of before");
        type(
                label(id)
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace("S." + id.toUpperCase(java.util.Locale.ROOT), "S." + id),
                0);
        awaitReceipt(receiver, id);
        receiver.go("/scan");
        receiver.find("#code").clear();
        var _ = receiver.run("document.activeElement.blur()");
        type("S." + id, 200);
        assertThat(receiver.path()).as("a person, and not into the field").isEqualTo("/scan");
    }

    /** Keys of a keyboard, that long after each other. */
    private static void type(String text, int millis) {
        var _ = receiver.run("""
                return (async () => {
                  for (const key of [...'<text>', 'Enter']) {
                    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                    if (%1$d > 0) {
                      await new Promise(done => setTimeout(done, %1$d));
                    }
                  }
                })()""".formatted(millis).replace("<text>", text));
    }

    @Test
    void refuseASecondReceiptInWordsOnAPageThatIsOld() {
        var id = dispatched();
        try (var second = loggedIn(List.of())) {
            second.go("/shipments/" + id);
            receiver.go("/shipments/" + id);
            receiver.find("[data-all]").click();
            receiver.find("[data-now]").click();
            receiver.find("[data-state=RECEIVED]");
            second.find("[data-all]").click();
            second.find("[data-now]").click();
            assertThat(second.find("#receive-all [data-problem]:not([hidden])").getText())
                    .contains("已");
            assertThat(second.find("[data-state]").getText())
                    .as("the page as it was")
                    .isEqualTo("运输中");
            DemoSystem.picture(second, "receive-second");
        }
    }

    @Test
    void printACodeThatLeadsToThePageForEverybody() {
        var id = dispatched();
        clerk.go("/shipments/" + id);
        var _ = clerk.find("[data-qr]");
        var picture = (String) clerk.run("""
                const it = document.querySelector('[data-qr]');
                return it.decode().then(() => {
                  const canvas = Object.assign(document.createElement('canvas'), { width: 352, height: 352 });
                  canvas.getContext('2d').drawImage(it, 0, 0, 352, 352);
                  return canvas.toDataURL('image/png');
                })""");
        assertThat(Label.read(picture)).isEqualTo(label(id));
        try (var stranger = DemoSystem.open("zh-CN", 360)) {
            stranger.go("/t/S." + id);
            assertThat(stranger.find("h1").getText()).isEqualTo("西红柿");
            assertThat(stranger.text())
                    .contains("永辉超市", "运输途中", "林西县", "未记录")
                    .doesNotContain("蒙D", "3.60", "公斤", "DK0", "货款");
            assertThat((String) stranger.run("return document.cookie")).isEmpty();
            assertThat(stranger.all("[data-logout], nav a")).isEmpty();
            DemoSystem.picture(stranger, "trace-phone-360");
            stranger.go("/t/L.scan-lot-" + id.substring(5));
            assertThat(stranger.text()).contains("永辉超市", "来自村庄");
            stranger.go("/t/S.no-such-code");
            assertThat(stranger.text()).contains("没有找到这个码");
            DemoSystem.picture(stranger, "trace-unknown-phone-360");
        }
    }

    @Test
    void fitAPhoneInBothLanguages() {
        var id = dispatched();
        for (var language : List.of("zh-CN", "en")) {
            for (int width : new int[] {360, 390, 1280}) {
                try (var browser = DemoSystem.loggedIn("demo-receiver", language, width)) {
                    for (var page : List.of("/scan", "/shipments/" + id, "/t/S." + id, "/t/L.L-tomato-001")) {
                        browser.go(page);
                        fits(browser, page);
                        assertThat(RAW.matcher(browser.text()).find())
                                .as(browser.text())
                                .isFalse();
                        DemoSystem.picture(
                                browser,
                                "codes" + page.replaceAll("scan-\\d+", "one").replace('/', '-') + "-" + width + "-"
                                        + language);
                    }
                    browser.go("/t/S." + id);
                    var _ = browser.find("h1");
                    assertThat(browser.strangers()).isEmpty();
                    assertThat(browser.complaints())
                            .filteredOn(it -> !it.contains("404"))
                            .isEmpty();
                }
            }
        }
    }

    private static void fits(Chromium browser, String what) {
        var _ = browser.find("h1");
        assertThat((long) browser.run(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(what + " overflows")
                .isEqualTo(0L);
        assertThat(browser.run("""
                return [...document.querySelectorAll('a, button, select, summary, label.button, input:not([type=hidden]):not([type=radio]):not([type=file])')]
                  .filter(it => it.offsetParent && !it.classList.contains('skip'))
                  .filter(it => it.getBoundingClientRect().height < 44 || it.getBoundingClientRect().width < 44)
                  .map(it => it.outerHTML)""")).as(what + ": too small for a finger").isEqualTo(List.of());
    }
}
