package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import linxi.allinone.faults.TcpProxy;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** 大屏: on any screen, over midnight, and when its line to the server or its login ends. */
@InBrowser
class WallBrowserIT {
    /** A clock that jumps when it is told to. */
    private static final String CLOCK = """
            const Real = Date;
            let shift = 0;
            globalThis.jumpTo = (time) => { shift = time - Real.now(); };
            globalThis.Date = class extends Real {
              constructor(...given) {
                super(...(given.length ? given : [Real.now() + shift]));
              }
              static now() {
                return Real.now() + shift;
              }
            };""";

    private static final String LIVE = "return document.documentElement.dataset.link === 'on'";

    @Test
    void fillsScreensOfAllSizesWithoutScrolling() {
        for (var language : List.of("zh-CN", "en")) {
            for (var size : new int[][] {{1366, 768}, {1920, 1080}, {3840, 2160}}) {
                try (var wall = DemoSystem.loggedIn("demo-analyst", language, size[0])) {
                    wall.resize(size[0], size[1]);
                    wall.go("/wall");
                    wall.find("[data-drawn]");
                    wall.await(LIVE);
                    var name = "wall-" + size[0] + "-" + language;
                    DemoSystem.picture(wall, name);
                    assertThat(wall.run("""
                            const page = document.documentElement;
                            return [page.scrollWidth - innerWidth, page.scrollHeight - innerHeight,
                              document.querySelector('main').scrollHeight - innerHeight]""")).as(name).isEqualTo(List.of(0L, 0L, 0L));
                    assertThat((long) wall.run("""
                            const heading = document.querySelector('h1');
                            return Math.round(heading.clientHeight / parseFloat(getComputedStyle(heading).lineHeight))"""))
                            .as(name + ": lines of the heading")
                            .isLessThanOrEqualTo(2);
                    assertThat(wall.run("""
                            const inside = (it) => it.getBoundingClientRect().right <= it.closest('section').getBoundingClientRect().right + 1;
                            return [...document.querySelectorAll('section tr, section li')].filter(it => it.offsetParent && !it.closest('.unseen'))
                              .filter(inside)
                              .filter(it => it.getBoundingClientRect().bottom > it.closest('section').getBoundingClientRect().bottom + 1)
                              .map(it => it.textContent)""")).as(name + ": rows seen in part").isEqualTo(List.of());
                    assertThat(wall.run("""
                            return [...document.querySelectorAll('dd, dt, h1, h2, .fresh')]
                              .filter(it => it.scrollWidth > it.clientWidth + 1).map(it => it.textContent)""")).as(name + ": cut off").isEqualTo(List.of());
                    assertThat(Pattern.compile("\\?\\?|\\b(wall|figure|live|channel)\\.[a-z]")
                                    .matcher(wall.text())
                                    .find())
                            .isFalse();
                    assertThat(wall.strangers()).isEmpty();
                    assertThat(wall.complaints()).isEmpty();
                }
            }
        }
    }

    @Test
    void isAPageLikeOthersOnAPhone() {
        try (var wall = DemoSystem.loggedIn("demo-analyst", "zh-CN", 360)) {
            wall.go("/wall");
            wall.find("[data-drawn]");
            assertThat(wall.misfits()).as("wall").isEmpty();
            DemoSystem.picture(wall, "wall-phone");
        }
    }

    @Test
    void beginsAnewAtMidnightWithoutBeingLoadedAnew() {
        try (var trader = new Trader();
                var wall = DemoSystem.loggedIn("demo-analyst", "zh-CN", 1920)) {
            wall.beforeEveryPage(CLOCK);
            wall.go("/wall");
            wall.await(LIVE);
            trader.receive(trader.dispatched(""), "accepted: kg(40)", "");
            wall.await("return document.querySelector('[data-today=gross]').textContent !== '0.00\\u00a0元'");
            var before = wall.find("[data-day]").getDomAttribute("data-day");
            var _ = wall.run("""
                    window.marker = true;
                    window.times = [];
                    const clock = document.querySelector('[data-clock]');
                    new MutationObserver(() => times.push(clock.textContent)).observe(clock, {childList: true});
                    const day = 86400000;
                    jumpTo(Math.floor((Date.now() + 28800000) / day) * day + day - 28800000 - 1500);""");
            wall.await(
                    "return times.some(it => it.startsWith('23:59:5')) && times.some(it => it.startsWith('00:00:0'))");
            wall.await("return document.querySelector('[data-today=gross]').textContent === '0.00\\u00a0元'");
            assertThat(wall.find("[data-day]").getDomAttribute("data-day")).isGreaterThan(before);
            assertThat(wall.run("return window.marker")).as("not loaded anew").isEqualTo(true);
            DemoSystem.picture(wall, "wall-after-midnight");
        }
    }

    @Test
    void keepsItsFiguresWhileItIsCutOffAndComesBackByItself() {
        try (var trader = new Trader();
                var line = new TcpProxy(URI.create(DemoSystem.url()).getPort(), 1);
                var wall = Chromium.open(line.url(), "zh-CN", 1920, 1080)) {
            logIn(wall);
            wall.go("/wall");
            wall.await(LIVE);
            var shown = wall.find("[data-figure=gross]").getText();
            line.cut(true);
            assertThat(wall.find("[data-cut]:not([hidden])").getText())
                    .containsPattern("连接中断，数据截至 .*\\d\\d:\\d\\d:\\d\\d");
            assertThat(wall.find("[data-figure=gross]").getText()).isEqualTo(shown);
            DemoSystem.picture(wall, "wall-cut");
            var shipment = trader.dispatched("");
            trader.receive(shipment, "accepted: kg(40)", "");
            line.cut(false);
            wall.await(LIVE);
            wall.await("return document.querySelector('[data-key^=\"" + shipment + "/\"]') !== null");
            assertThat(wall.all("[data-cut]:not([hidden])")).isEmpty();
        }
    }

    private static void logIn(Chromium browser) {
        browser.go("/login");
        browser.find("#name").sendKeys("demo-analyst");
        browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
        browser.awaitPath("/");
    }

    @Test
    void saysClearlyThatItsLoginHasEnded() {
        try (var line = new TcpProxy(URI.create(DemoSystem.url()).getPort(), 1);
                var wall = Chromium.open(line.url(), "zh-CN", 1920, 1080)) {
            logIn(wall);
            wall.go("/wall");
            wall.await(LIVE);
            var shown = wall.find("[data-figure=gross]").getText();
            wall.forgetCookies();
            line.cut(true);
            wall.find("[data-cut]:not([hidden])");
            line.cut(false);
            assertThat(wall.find("[data-ended]:not([hidden])").getText()).contains("登录已失效", "重新登录");
            assertThat(wall.find("[data-figure=gross]").getText()).isEqualTo(shown);
            assertThat(wall.path()).isEqualTo("/wall");
            DemoSystem.picture(wall, "wall-ended");
            assertThat(wall.find("[data-ended] a").getDomAttribute("href")).isEqualTo("/login?next=/wall");
        }
    }

    @Test
    void hidesThePointerOfAScreenThatNobodyTouches() {
        try (var wall = DemoSystem.loggedIn("demo-analyst", "en", 1920)) {
            wall.go("/wall");
            wall.find("html.idle");
            assertThat(wall.run("return getComputedStyle(document.body).cursor"))
                    .isEqualTo("none");
            var _ = wall.run("dispatchEvent(new Event('pointermove'))");
            assertThat(wall.run("return getComputedStyle(document.body).cursor"))
                    .isNotEqualTo("none");
        }
    }
}
