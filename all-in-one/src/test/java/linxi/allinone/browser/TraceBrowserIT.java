package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands on a page as a code leads everybody to what they may know. */
@InBrowser
class TraceBrowserIT {
    private static final Pattern RAW = Pattern.compile("\\?\\?|\\b(scan|trace|receipt|produce|region)\\.[a-z]");

    private static Chromium clerk;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
    }

    @AfterAll
    static void leave() {
        clerk.close();
    }

    @Test
    void printACodeThatLeadsToThePageForEverybody() {
        var id = Labelled.dispatched(clerk, "yonghui");
        clerk.go("/shipments/" + id);
        assertThat(Labelled.code(clerk)).isEqualTo(Labelled.address(id));
        try (var stranger = DemoSystem.open("zh-CN", 360)) {
            stranger.go("/t/S." + id);
            assertThat(stranger.find("h1").getText()).isEqualTo("西红柿");
            assertThat(stranger.text())
                    .contains("永辉超市", "运输途中", "林西县", "未记录")
                    .doesNotContain("蒙D", "3.60", "公斤", "DK0", "货款");
            assertThat((String) stranger.run("return document.cookie")).isEmpty();
            assertThat(stranger.all("[data-logout], nav a")).isEmpty();
            DemoSystem.picture(stranger, "trace-phone-360");
            stranger.go("/t/L." + Labelled.lot(id));
            assertThat(stranger.text()).contains("永辉超市", "来自村庄");
            stranger.go("/t/S.no-such-code");
            assertThat(stranger.text()).contains("没有找到这个码");
            DemoSystem.picture(stranger, "trace-unknown-phone-360");
        }
    }

    @Test
    void fitAPhoneInBothLanguages() {
        var id = Labelled.dispatched(clerk, "yonghui");
        for (var language : List.of("zh-CN", "en")) {
            try (var browser = DemoSystem.loggedIn("demo-receiver", language, 1280)) {
                for (var page : List.of("/scan", "/shipments/" + id, "/t/L.L-tomato-001", "/t/S." + id)) {
                    browser.go(page);
                    var _ = browser.find("h1");
                    assertThat(RAW.matcher(browser.text()).find())
                            .as(browser.text())
                            .isFalse();
                    var name = page.replaceAll("scan-\\d+", "one").replace('/', '-') + "-" + language;
                    Fit.on(browser, "codes" + name, 1280, 360, 390);
                }
                assertThat(browser.strangers()).isEmpty();
                assertThat(browser.complaints())
                        .filteredOn(it -> !it.contains("404"))
                        .isEmpty();
            }
        }
    }
}
