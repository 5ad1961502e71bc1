package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** From a sum down to the kilograms: an analyst sees pseudonyms, whoever may see keys says what for. */
@InBrowser
class HouseholdsBrowserIT {
    /** The demonstration's own days. */
    private static final String DAYS = "?from=2020-01-01&to=2020-12-31";

    private static Chromium analyst;

    @BeforeAll
    static void logIn() {
        analyst = DemoSystem.loggedIn("demo-analyst", "zh-CN", 1280);
    }

    @AfterAll
    static void leave() {
        analyst.close();
    }

    @Test
    void leadFromTheFirstPageToTheKilograms() {
        analyst.go("/");
        analyst.find("a.tile[href='/households']").click();
        analyst.awaitPath("/households");
        analyst.go("/households" + DAYS);
        DemoSystem.picture(analyst, "households-desktop");
        analyst.find("a[href*='path=ORDER_PURCHASE']").click();
        assertThat(analyst.find("[data-row] a").getText()).startsWith("p.");
        analyst.find("[data-row] a").click();
        assertThat(analyst.find("[data-household]").getText()).startsWith("p.");
        DemoSystem.picture(analyst, "household-income-desktop");
        var purchase = analyst.all("[data-line]").stream()
                .filter(it -> it.getText().contains("订单收购"))
                .findFirst()
                .orElseThrow();
        purchase.findElement(org.openqa.selenium.By.cssSelector("[data-how]")).click();
        assertThat(analyst.find("[data-verdict]").getDomAttribute("data-verdict"))
                .isEqualTo("MATCHES");
        assertThat(analyst.all("[data-holds=true]")).hasSize(6);
        for (var link : List.of("/settlements/", "/agreements/", "/lots/", "/shipments/")) {
            assertThat(analyst.all("main a[href^='" + link + "']")).as(link).isNotEmpty();
        }
        DemoSystem.picture(analyst, "how-desktop");
        for (var part : List.of("[data-lot]", "[data-figure=after]")) {
            var _ = analyst.run("document.querySelector('" + part + "').scrollIntoView({block: 'center'})");
            DemoSystem.picture(analyst, "how-desktop" + part.replaceAll("[^a-z]", "-"));
        }
        analyst.find("main a[href^='/shipments/']").click();
        assertThat(analyst.find("[data-event=receipt-confirmed]").getText()).contains("收货");
    }

    /** Returned after sale in the demonstration: what was paid is taken back, and that too is worked out again. */
    @Test
    void explainWhatAReturnTookBack() {
        analyst.go("/households?from=2020-01-01&to=2021-12-31&path=ASSET_RENT");
        for (var household : analyst.all("[data-row] a").stream()
                .map(it -> it.getDomAttribute("href"))
                .limit(30)
                .toList()) {
            analyst.go(household);
            var back = analyst.all("[data-line] .negative [data-how]");
            if (!back.isEmpty()) {
                back.getFirst().click();
                assertThat(analyst.find("[data-verdict]").getDomAttribute("data-verdict"))
                        .isEqualTo("MATCHES");
                assertThat(analyst.text()).contains("售后退货扣回");
                DemoSystem.picture(analyst, "how-return-desktop");
                return;
            }
        }
        throw new AssertionError("nobody gave anything back");
    }

    /** Excel needs to be told that it is UTF-8. */
    @Test
    void theTablesFileHasThePagesTotal() {
        analyst.go("/households" + DAYS);
        var income = yuan(String.valueOf(analyst.find("[data-figure=income]").getDomAttribute("title")));
        var links = analyst.all("a[download][href*='/export/income.csv']").stream()
                .map(it -> String.valueOf(it.getDomAttribute("href")))
                .toList();
        assertThat(links).isNotEmpty();
        for (var link : links) {
            var file = analyst.fetched(link);
            assertThat(file).as(link).startsWith(0xEF, 0xBB, 0xBF);
            var lines = new String(file, StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.getFirst()).contains("农户增收（元）");
            int column = List.of(lines.getFirst().split(",", -1)).indexOf("农户增收（元）");
            var sum = lines.stream()
                    .skip(1)
                    .map(it -> new BigDecimal(it.split(",", -1)[column]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(link).isEqualByComparingTo(income);
        }
    }

    private static BigDecimal yuan(String shown) {
        return new BigDecimal(shown.replaceAll("[^0-9.-]", ""));
    }

    @Test
    void theLogsFileHasTheEventsOfThePage() {
        try (var auditor = DemoSystem.loggedIn("demo-auditor", "zh-CN", 1280)) {
            auditor.go("/events");
            var file = auditor.fetched(String.valueOf(
                    auditor.find("a[download][href^='/export/events.csv']").getDomAttribute("href")));
            assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
            var shown = auditor.all("[data-position]").stream()
                    .map(it -> it.getDomAttribute("data-position"))
                    .toList();
            assertThat(shown).hasSizeGreaterThan(10);
            var lines = new String(file, StandardCharsets.UTF_8).lines().skip(1).limit(shown.size());
            assertThat(lines.map(it -> it.split(",", -1)[0])).containsExactlyElementsOf(shown);
            assertThat(auditor.strangers()).isEmpty();
            assertThat(auditor.complaints()).isEmpty();
        }
    }

    @Test
    void showKeysOnlyToWhoSaysWhatFor() {
        try (var viewer = DemoSystem.loggedIn("demo-viewer", "zh-CN", 1280)) {
            viewer.go("/households" + DAYS);
            assertThat(viewer.find("[data-row] a").getText()).startsWith("p.");
            viewer.find("[data-row] a").click();
            viewer.find("#purpose").sendKeys("核对 2020 年分配", Keys.ENTER);
            assertThat(viewer.find("[data-stated]").getText()).contains("核对 2020 年分配");
            assertThat(viewer.find("[data-household]").getText()).doesNotStartWith("p.");
            DemoSystem.picture(viewer, "household-income-with-purpose");
            viewer.go("/households" + DAYS);
            assertThat(viewer.find("[data-row] a").getText()).doesNotStartWith("p.");
            viewer.find("[data-purpose-end]").click();
            viewer.find("#purpose");
            viewer.go("/households" + DAYS);
            viewer.find("#purpose").sendKeys("核对 2020 年分配", Keys.ENTER);
            viewer.find("[data-stated]");
            viewer.find("[data-logout]").click();
            viewer.awaitPath("/login");
            viewer.find("#name").sendKeys("demo-viewer");
            viewer.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
            viewer.awaitPath("/");
            viewer.go("/households");
            assertThat(viewer.all("#purpose")).as("asked again after a login").hasSize(1);
        }
    }

    @Test
    void letAClerkPublishAmendAndEndAnAgreement() {
        try (var clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280)) {
            var id = "browser-" + System.nanoTime();
            clerk.go("/agreements");
            clerk.find("#publish summary").click();
            clerk.find("#agreement-id").sendKeys(id);
            clerk.find("label:has([value=drink])").click();
            var _ = clerk.run("document.querySelector('#publish-from').value = '2030-01-01'");
            clerk.find("#publish-ORDER_PURCHASE").sendKeys("87.5");
            clerk.find("#publish [type=submit]").click();
            assertThat(clerk.find("#publish [data-problem]:not([hidden])").getText())
                    .contains("100 %");
            clerk.find("#publish-WAGE").sendKeys("12.5");
            assertThat(clerk.find("#publish [data-sum]").getText()).isEqualTo("100");
            clerk.find("#publish details summary").click();
            clerk.find("#publish-members-WAGE").sendKeys("DK0001 2");
            DemoSystem.picture(clerk, "agreement-publish");
            clerk.find("#publish [type=submit]:enabled").click();
            awaitAnswer(clerk, id);
            clerk.find("#amend summary").click();
            var _ = clerk.run("document.querySelector('#amend-from').value = '2031-01-01'");
            clerk.find("#amend-ORDER_PURCHASE").sendKeys("100");
            clerk.find("#amend [type=submit]").click();
            clerk.find("[data-event=agreement-amended]");
            clerk.find("#end summary").click();
            var _ = clerk.run("document.querySelector('#valid-to').value = '2031-12-31'");
            clerk.find("#end [type=submit]").click();
            clerk.find("[data-event=agreement-ended]");
            assertThat(clerk.text()).contains("有效到 2031-12-31 为止");
            DemoSystem.picture(clerk, "agreement-desktop");
        }
    }

    private static void awaitAnswer(Chromium clerk, String id) {
        clerk.awaitPath("/agreements/" + id);
        clerk.find("[data-event=agreement-published]");
    }

    @Test
    void fitAPhoneInBothLanguages() {
        for (var language : List.of("zh-CN", "en")) {
            try (var phone = DemoSystem.loggedIn("demo-viewer", language, 360)) {
                fits(phone, "/households" + DAYS, "households-phone-" + language);
                phone.find("[data-row] a").click();
                fitsNow(phone, "household-income-phone-" + language);
                phone.find("[data-how]").click();
                fitsNow(phone, "how-phone-" + language);
                fits(phone, "/agreements", "agreements-phone-" + language);
                fits(phone, "/agreements/dakang-2020?path=WAGE", "agreement-phone-" + language);
            }
        }
    }

    private static void fits(Chromium browser, String page, String picture) {
        browser.go(page);
        fitsNow(browser, picture);
    }

    private static void fitsNow(Chromium browser, String picture) {
        browser.find("h1");
        Fit.onPhones(browser, picture);
    }

    @Test
    void askNobodyElseAndComplainOfNothing() {
        analyst.go("/households" + DAYS);
        var _ = analyst.complaints();
        var _ = analyst.strangers();
        analyst.go("/households?all=true");
        analyst.find("[data-row] a").click();
        analyst.find("h1");
        analyst.go("/agreements");
        analyst.find("h1");
        assertThat(analyst.strangers()).isEmpty();
        assertThat(analyst.complaints()).isEmpty();
    }
}
