package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** 看板 while things happen, and what its numbers lead to. */
@InBrowser
class LiveBrowserIT {
    /** Nobody else trades then. */
    private static final String MARCH = "/overview?from=2021-03-01&to=2021-03-31";

    private static final String THEN = "at: '2021-03-05T08:00:00+08:00'";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Chromium analyst;
    private static Trader trader;

    @BeforeAll
    static void logIn() {
        analyst = DemoSystem.loggedIn("demo-analyst", "zh-CN", 1280);
        trader = new Trader();
    }

    @AfterAll
    static void leave() {
        assertThat(analyst.strangers()).isEmpty();
        assertThat(analyst.complaints()).isEmpty();
        analyst.close();
        trader.close();
    }

    private static String full(String figure) {
        return (String) analyst.run("return document.querySelector('[data-figure=" + figure
                + "]')?.title.replaceAll('\\u00a0', ' ') ?? 'none'");
    }

    /** How long it took until the open page showed it. */
    private static Duration receive(String shipment, String tally, String figure, String expected) {
        trader.receive(shipment, tally, THEN);
        long began = System.nanoTime();
        while (!full(figure).equals(expected)) {
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(figure + " is " + full(figure) + ", not yet " + expected)
                    .isLessThan(PATIENCE);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%s shown after %d ms%n", expected, took.toMillis());
        return took;
    }

    @Test
    void showsEveryReceiptWithinTwoSeconds() {
        var all = trader.dispatched(THEN);
        var some = trader.dispatched(THEN);
        var spoilt = trader.dispatched(THEN);
        analyst.go(MARCH);
        assertThat(analyst.find(".empty").getText()).contains("还没有收货完成的发货单");
        analyst.await("return document.documentElement.dataset.link === 'on'");
        var first = receive(all, "accepted: kg(40)", "gross", "144.00 元");
        var _ = analyst.run("""
                window.marker = document.querySelector('[data-figure=gross]');
                marker.focus();
                document.querySelector('[name=from]').value = '2021-03-02';
                scrollTo(0, 120);""");
        var second = receive(some, "accepted: kg(38.5), short: kg(1.5), reason: '少装一袋'", "short", "1.5 公斤 / 80 公斤");
        assertThat(full("gross")).isEqualTo("282.60 元");
        var third = receive(spoilt, "accepted: kg(36), rejected: kg(4), reason: '变质'", "rejected", "4 公斤 / 120 公斤");
        assertThat(full("gross")).isEqualTo("412.20 元");
        assertThat(full("quantity")).isEqualTo("114.5 公斤");
        // One of them, since the machine may be busy with other things.
        assertThat(Collections.min(List.of(first, second, third))).isLessThan(SOON);
        assertThat(analyst.run("return document.activeElement === marker && scrollY"))
                .as("focus and place")
                .isEqualTo(120L);
        assertThat(analyst.run("return document.querySelector('[name=from]').value"))
                .isEqualTo("2021-03-02");
        analyst.find("#by-day [data-drawn], .chart[data-drawn]");
        analyst.find("[data-figure=short]").click();
        assertThat(analyst.text()).contains("短缺明细", some).doesNotContain(all + "\n");
    }

    @Test
    void leadsFromAllTomatoesToTheEventsOfOneShipment() {
        analyst.go("/overview?to=2020-12-31");
        var gross = analyst.find("#by-product [title='8,640,000.00\u00a0元']");
        assertThat(gross.getText()).isEqualTo("864 万元");
        gross.click();
        assertThat(analyst.find("[data-total=gross]").getDomAttribute("title")).isEqualTo("8,640,000.00\u00a0元");
        var sum = listed();
        int rows = analyst.all("tbody tr").size();
        DemoSystem.picture(analyst, "sold-desktop-zh");
        for (var older = analyst.all("[rel=next]"); !older.isEmpty(); older = analyst.all("[rel=next]")) {
            older.getFirst().click();
            sum = sum.add(listed());
            rows += analyst.all("tbody tr").size();
        }
        assertThat(sum).isEqualByComparingTo("8640000.00");
        assertThat(rows).isEqualTo(160);
        analyst.find("tbody a.reach").click();
        assertThat(analyst.find("[data-event=receipt-confirmed]").getText())
                .contains("收货 15,000 公斤")
                .containsPattern("序号 \\d+");
        analyst.find("[data-event=shipment-logged]");
    }

    private static BigDecimal listed() {
        return analyst.all("[data-gross]").stream().map(LiveBrowserIT::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(WebElement figure) {
        return new BigDecimal(String.valueOf(figure.getDomAttribute("title")).replaceAll("[^0-9.-]", ""));
    }

    @Test
    void incomeLeadsToItsSettlements() {
        analyst.go("/overview?to=2020-12-31");
        var income = number(analyst.find("[data-figure=income]"));
        analyst.find("[data-figure=income]").click();
        assertThat(number(analyst.find("[data-total=income]"))).isEqualByComparingTo(income);
        var sum = BigDecimal.ZERO;
        while (true) {
            for (var it : analyst.all("[data-income]")) {
                sum = sum.add(number(it));
            }
            var older = analyst.all("[rel=next]");
            if (older.isEmpty()) {
                break;
            }
            older.getFirst().click();
        }
        assertThat(sum).isEqualByComparingTo(income);
        DemoSystem.picture(analyst, "earned-desktop-zh");
        assertThat(analyst.find("tbody a.reach").getDomAttribute("href")).startsWith("/settlements/S-");
    }

    @Test
    void theWorkbookHasThePagesTotals() throws IOException {
        analyst.go("/overview?to=2020-12-31");
        var gross = number(analyst.find("[data-figure=gross]"));
        var income = number(analyst.find("[data-figure=income]"));
        var totals = firstSheet(
                analyst.fetched(String.valueOf(analyst.find("[download]").getDomAttribute("href"))));
        var numbers = Pattern.compile("<v>([-0-9.E]+)</v>")
                .matcher(totals)
                .results()
                .map(it -> new BigDecimal(it.group(1)).stripTrailingZeros())
                .toList();
        assertThat(numbers).contains(gross.stripTrailingZeros(), income.stripTrailingZeros());
    }

    private static String firstSheet(byte[] workbook) throws IOException {
        var file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    /** 600 KB for whoever comes for the first time, the library of charts included. */
    @Test
    void costsLittleToLoad() {
        try (var browser = DemoSystem.open("zh-CN", 1280)) {
            browser.keepNothing();
            long login = cost(browser, "/login", "#name");
            browser.find("#name").sendKeys("demo-analyst");
            browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
            browser.awaitPath("/");
            long home = cost(browser, "/", ".tiles");
            long overview = cost(browser, "/overview", "[data-drawn]");
            System.out.printf(
                    "transferred: /login %d KB, / %d KB, /overview %d KB%n", login >> 10, home >> 10, overview >> 10);
            // Less than that is no page with its style and scripts: something was kept after all.
            assertThat(login).isBetween(6_000L, 600_000L);
            assertThat(home).isBetween(10_000L, 600_000L);
            assertThat(overview).isBetween(100_000L, 600_000L);
        }
    }

    private static long cost(Chromium browser, String page, String whole) {
        var _ = browser.transferred();
        browser.go(page);
        browser.find(whole);
        return browser.transferred();
    }

    @Test
    void fitsAPhoneInBothLanguages() {
        var raw = Pattern.compile("\\?\\?|\\b(overview|figure|period|live|sold|earned|channel|path)\\.[a-zA-Z]");
        for (var language : List.of("zh-CN", "en")) {
            try (var browser = DemoSystem.loggedIn("demo-analyst", language, 1280)) {
                for (var page : List.of(
                        "/overview?to=2020-12-31",
                        "/overview?from=2020-06-01&to=2020-06-30",
                        "/sales/shipments?to=2020-12-31&product=egg",
                        "/income/settlements?to=2020-12-31&path=WAGE")) {
                    browser.go(page);
                    browser.find("h1");
                    if (page.startsWith("/overview")) {
                        browser.find("[data-drawn]");
                    }
                    assertThat(raw.matcher(browser.text()).find()).as(page).isFalse();
                    Fit.on(browser, "live-" + page.replaceAll("[^a-z0-9]+", "-") + "-" + language, 1280, 360, 390);
                }
                assertThat(browser.strangers()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Test
    void isDrawnInTheColoursOfTheNight() {
        analyst.prefer("prefers-color-scheme", "dark");
        try {
            analyst.go("/overview?to=2020-12-31");
            analyst.find("[data-drawn]");
            DemoSystem.picture(analyst, "overview-dark");
            assertThat(analyst.run(
                            "return document.querySelector('[data-chart=line] path[stroke=\"#7cc79b\"]') !== null"))
                    .as("green of the night")
                    .isEqualTo(true);
        } finally {
            analyst.prefer("prefers-color-scheme", "light");
        }
    }
}
