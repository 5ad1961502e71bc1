package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A receiver comes from a code to its shipment: by camera, photo, keyboard and scanner, and where one of them fails. */
@InBrowser
class ScanBrowserIT {
    private static final List<String> FAKE_CAMERA =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

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

    private static String dispatched() {
        return Labelled.dispatched(clerk, "yonghui");
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
        try (var browser = withCamera(Labelled.address(id))) {
            browser.go("/scan");
            // Where the camera is allowed, it starts by itself, and may have found the code by now.
            browser.await("""
                    const ask = document.querySelector('[data-camera]:not([hidden])');
                    ask?.click();
                    return ask !== null || document.querySelector('[data-stop]:not([hidden])') !== null || location.pathname !== '/scan';""");
            awaitReceipt(browser, id);
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.find("[data-all]").click();
            browser.find("[data-now]").click();
            browser.find("[data-state=RECEIVED]");
            browser.go("/shipments");
            browser.go("/scan?lot=" + Labelled.lot(id));
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
            var _ = browser.run("window.seen = '" + Labelled.address(id) + "'");
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
        receiver.find("[data-photo]").sendKeys(Label.photo(Labelled.address(id)).toString());
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
        var others = Labelled.dispatched(clerk, "wumart");
        receiver.go("/scan?code=S." + others);
        assertThat(receiver.find("[data-problem]:not([hidden])").getText()).contains("其他单位");
    }

    @Test
    void takeWhatAScannerTypesWhereverTheFocusIs() throws InterruptedException {
        var id = dispatched();
        receiver.go("/scan");
        var _ = receiver.find("h1");
        var _ = receiver.run("document.querySelector('[data-language]').focus()");
        type(Labelled.address(id), 0);
        awaitReceipt(receiver, id);
        receiver.go("/scan");
        receiver.find("#code").sendKeys("rest of before");
        Thread.sleep(200); // a person has to take up the scanner
        type(Labelled.address(id).toUpperCase(Locale.ROOT).replace("S." + id.toUpperCase(Locale.ROOT), "S." + id), 0);
        awaitReceipt(receiver, id);
        receiver.go("/scan");
        receiver.find("#code").clear();
        var _ = receiver.run("document.activeElement.blur()");
        type("S." + id, 200);
        assertThat(receiver.path()).as("a person, and not into the field").isEqualTo("/scan");
    }

    /** Real keys, while nothing has the focus: through the driver, as fast as a scanner where the machine is idle. */
    @Test
    void takeTheKeysOfAScanner() throws InterruptedException {
        var id = dispatched();
        boolean there = false;
        for (int attempt = 1; attempt <= 5 && !there; attempt++) {
            receiver.go("/scan");
            receiver.await("return document.activeElement.id === 'code'");
            var _ = receiver.run("document.activeElement.blur()");
            assertThat(receiver.active().getTagName()).isEqualTo("body");
            receiver.active().sendKeys(Labelled.address(id), Keys.ENTER);
            // With a pause in between, on a machine that does much else, it was a person: then once more.
            for (int looks = 0; looks < 30 && !there; looks++) {
                Thread.sleep(100);
                there = receiver.path().startsWith("/shipments/");
            }
        }
        awaitReceipt(receiver, id);
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
                    .isEqualTo(MessageFormat.format(
                            ResourceBundle.getBundle("messages.shipment", Locale.ROOT)
                                    .getString("ALREADY_RECEIVED"),
                            id));
            assertThat(second.run("return performance.getEntriesByName(location.origin + '/api/shipments/" + id
                            + "/receipts').map(it => it.responseStatus)"))
                    .isEqualTo(List.of(409L));
            assertThat(second.find("[data-state]").getText())
                    .as("the page as it was")
                    .isEqualTo("运输中");
            DemoSystem.picture(second, "receive-second");
            assertThat(second.strangers()).isEmpty();
            assertThat(second.complaints()).isNotEmpty().allMatch(it -> it.contains("status of 409"));
        }
    }
}
