package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import linxi.allinone.LargeLog;
import linxi.allinone.LinxiProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks after the system sees how it is, builds read models anew, and is told who may log in. */
@InBrowser
class OperationsBrowserIT {
    private static final List<String> PAGES = List.of("/operations", "/accounts");

    private static final int SALES = 6_000;

    /** On a log that is long enough to be looked at while it is read. */
    @Test
    void aRebuildShowsRisingPercentagesWhileReadsGoOn(@TempDir Path folder) {
        var data = folder.resolve("data");
        LargeLog.main(data.toString(), Integer.toString(SALES));
        try (var linxi = LinxiProcess.launch(data, LinxiProcess.freePort(), "--no-login")) {
            linxi.awaitReady();
            try (var browser = Chromium.open(linxi.url(), "zh-CN", 1280, 1000)) {
                browser.go("/operations");
                awaitFolded(browser);
                var _ = browser.complaints();
                assertThat(browser.text()).contains("查询服务", "命令服务", "正常", "目前没有重建在进行");
                browser.find("[data-rebuild] [type=submit]").click();
                var seen = watched(browser);
                DemoSystem.picture(browser, "operations-desktop-zh");
                assertThat(seen.failedReads()).isZero();
                assertThat(seen.reads()).isPositive();
                assertThat(seen.percents()).as("rising").isSorted();
                assertThat(seen.percents().stream().distinct()).hasSizeGreaterThan(2);
                System.out.println("the bar of the open page has stood at "
                        + seen.shown().stream().distinct().toList());
                assertThat(seen.shown()).as("the page's own bar").isSorted();
                assertThat(seen.shown().stream().distinct()).hasSizeGreaterThan(2);
                assertThat(seen.left()).isNotEmpty().allMatch(it -> it.matches("预计还需 \\d+:\\d\\d:\\d\\d"));
                browser.await("return document.querySelector('[data-idle]') !== null");
                assertThat(browser.strangers()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static void awaitFolded(Chromium browser) {
        assertThat(browser.run("""
                return (async () => {
                  for (let tries = 0; tries < 20; tries++) {
                    const answer = await fetch('/api/shipments?limit=1&atLeast=%d');
                    if (answer.ok) return true;
                  }
                  return false;
                })()""".formatted(8 * SALES))).isEqualTo(true);
    }

    /**
     * @param percents as pages say that are asked for anew
     * @param shown where the bar of the page stands that is open
     * @param left what it says beside it
     */
    private record Seen(List<Long> percents, List<Long> shown, List<String> left, long reads, long failedReads) {}

    /** Looks at the page of operations until nothing is built any more, and reads in between. */
    private static Seen watched(Chromium browser) {
        var seen = (Map<?, ?>) browser.run("""
                return (async () => {
                  const seen = {percents: [], shown: [], left: [], reads: 0, failedReads: 0};
                  const look = setInterval(() => {
                    const bar = document.querySelector('#operations progress');
                    const left = document.querySelector('[data-rebuild-left]');
                    if (bar) seen.shown.push(Math.round(bar.value));
                    if (left) seen.left.push(left.textContent);
                  }, 50);
                  const end = Date.now() + 120000;
                  let begun = false;
                  while (Date.now() < end) {
                    const html = await (await fetch('/operations')).text();
                    const page = new DOMParser().parseFromString(html, 'text/html');
                    const percent = page.querySelector('[data-percent]');
                    begun ||= !!percent;
                    if (percent) seen.percents.push(parseInt(percent.textContent));
                    if (begun && !percent) {
                      clearInterval(look);
                      return seen;
                    }
                    const read = await fetch('/api/parties?limit=1');
                    seen.reads++;
                    seen.failedReads += read.ok ? 0 : 1;
                  }
                  throw new Error('the rebuild never ended');
                })()""");
        return new Seen(
                numbers(seen.get("percents")),
                numbers(seen.get("shown")),
                ((List<?>) Objects.requireNonNull(seen.get("left")))
                        .stream().map(Object::toString).toList(),
                (Long) Objects.requireNonNull(seen.get("reads")),
                (Long) Objects.requireNonNull(seen.get("failedReads")));
    }

    private static List<Long> numbers(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(it -> (Long) it).toList();
    }

    @Test
    void fitPhonesInBothLanguagesAndComplainOfNothing() {
        for (var language : List.of("zh-CN", "en")) {
            try (var browser = DemoSystem.loggedIn("demo-admin", language, 360)) {
                var _ = browser.complaints();
                for (var page : PAGES) {
                    browser.go(page);
                    var _ = browser.find("h1");
                    assertThat(browser.misfits()).as(page).isEmpty();
                    DemoSystem.picture(browser, page.substring(1) + "-phone-" + language);
                }
                assertThat(browser.complaints()).isEmpty();
                assertThat(browser.strangers()).isEmpty();
            }
        }
    }

    @Test
    void explainARefusedPage() {
        try (var browser = DemoSystem.loggedIn("demo-clerk", "zh-CN", 360)) {
            browser.go("/overview");
            assertThat(browser.text()).contains("您的角色不能进行这项操作", "ROLE_NOT_ALLOWED", "回到首页");
            assertThat(browser.misfits()).as("refused").isEmpty();
            DemoSystem.picture(browser, "refused-phone-zh");
        }
    }
}
