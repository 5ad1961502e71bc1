package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What people see and do, with the demonstration data and its accounts, in Chromium. */
@InBrowser
class ScreensIT {
    private static final List<String> PAGES = List.of("/login", "/", "/overview", "/password");

    private static Chromium loggedIn(String name, String language, int width) {
        var browser = DemoSystem.loggedIn(name, language, width);
        browser.go("/overview");
        return browser;
    }

    @Test
    void saysInTheTerminalWhereAndAsWhomToLogIn() {
        assertThat(DemoSystem.terminal())
                .contains("Log in at      " + DemoSystem.url())
                .containsPattern("First account  admin, password [a-z2-9]{4}(-[a-z2-9]{4}){3} ")
                .contains("demo-clerk")
                .contains(DemoSystem.PASSWORD);
    }

    @Test
    void leadsFromAPageToTheLoginAndBackByKeyboard() {
        try (var browser = DemoSystem.open("zh-CN", 1280)) {
            browser.go("/overview");
            assertThat(browser.path()).isEqualTo("/login?next=%2Foverview");
            browser.find("#name").sendKeys("demo-analyst", Keys.TAB);
            browser.active().sendKeys("wrong password", Keys.ENTER);
            assertThat(browser.find("[data-problem]:not([hidden])").getText()).contains("用户名或密码不正确");
            browser.find("#password").clear();
            browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.TAB);
            browser.active().sendKeys(Keys.ENTER);
            browser.awaitPath("/overview");
            browser.find("[data-logout]").sendKeys(Keys.ENTER);
            browser.awaitPath("/login");
            browser.go("/overview");
            assertThat(browser.path()).startsWith("/login");
        }
    }

    @Test
    void doesNotFollowALinkToAnotherSiteAfterTheLogin() {
        try (var browser = DemoSystem.open("en", 1280)) {
            for (var away : List.of(
                    "https://example.org/",
                    "//example.org/",
                    "/\\example.org/",
                    "/\t/example.org/",
                    "javascript:alert(1)")) {
                browser.forgetCookies();
                browser.go("/login?next=" + java.net.URLEncoder.encode(away, java.nio.charset.StandardCharsets.UTF_8));
                browser.find("#name").sendKeys("demo-analyst");
                browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
                browser.awaitPath("/");
            }
        }
    }

    @Test
    void showsTheArticlesFiguresWithTheFullOneBeside() {
        try (var browser = loggedIn("demo-analyst", "zh-CN", 1280)) {
            // Other tests trade later.
            browser.go("/overview?to=2020-12-31");
            assertThat(browser.text()).contains("864 万元").contains("2,400 吨").contains("演示系统");
            assertThat(browser.find("[title='8,640,000.00\u00a0元']").getText()).isEqualTo("864 万元");
            DemoSystem.picture(browser, "overview-desktop-zh");
            browser.find("[data-language]").click();
            browser.find("html[lang=en]");
            assertThat(browser.text()).contains("¥8.64 million").contains("2,400 t");
            DemoSystem.picture(browser, "overview-desktop-en");
            browser.go("/overview?from=1990-01-01&to=1990-12-31");
            assertThat(browser.find(".empty").getText()).contains("No shipment");
        }
    }

    @Test
    void asksNobodyElseAndComplainsOfNothing() {
        try (var browser = loggedIn("demo-analyst", "zh-CN", 1280)) {
            for (var page : PAGES) {
                browser.go(page);
                browser.find("h1");
            }
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void keepsClerksFromFiguresOfOthers() {
        try (var browser = DemoSystem.open("en", 1280)) {
            browser.go("/login");
            browser.find("#name").sendKeys("demo-clerk");
            browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
            browser.awaitPath("/");
            assertThat(browser.text()).contains("clerk of a cooperative").doesNotContain("Overview");
            browser.go("/overview");
            assertThat(browser.text()).contains("ROLE_NOT_ALLOWED");
        }
    }

    /** By the page, its papers, and the same asked as a program would. */
    @Test
    void keepsClerksFromGoodsAndMoneyOfOthers() {
        try (var analyst = DemoSystem.loggedIn("demo-analyst", "zh-CN", 1280);
                var clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 360)) {
            for (var kind : List.of("shipments", "lots", "settlements")) {
                var id = analyst.run("return fetch('/api/" + kind + "?origin=deqingyuan&limit=1')"
                        + ".then(it => it.json()).then(it => it.items[0].id)");
                var page = "/" + kind + "/" + id;
                analyst.go(page);
                assertThat(analyst.status()).as(page).isEqualTo(200);
                clerk.go(page);
                assertThat(clerk.status()).as(page).isEqualTo(403);
                assertThat(clerk.text())
                        .contains("这是其他单位的数据，您只能查看本单位的数据。", "ANOTHER_ORGANISATION")
                        .doesNotContain("德青源");
                assertThat(clerk.misfits()).as(page).isEmpty();
                for (var asked : List.of(
                        "/api" + page,
                        "/api/" + kind + "?origin=deqingyuan",
                        page + (kind.equals("settlements") ? "/sheet.pdf" : "/labels.pdf"))) {
                    assertThat(clerk.run("return fetch('" + asked
                                    + "').then(it => it.json().then(said => it.status + ' ' + said.rule))"))
                            .as(asked)
                            .isEqualTo("403 ANOTHER_ORGANISATION");
                }
            }
            DemoSystem.picture(clerk, "refused-of-others-phone-zh");
            assertThat(clerk.strangers()).isEmpty();
            assertThat(clerk.complaints()).allMatch(it -> it.contains("status of 403"));
        }
    }
}
