package linxi.allinone.browser;

import static linxi.allinone.browser.Imports.await;
import static linxi.allinone.browser.Imports.bring;
import static linxi.allinone.browser.Imports.count;
import static linxi.allinone.browser.Imports.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import linxi.query.sheet.SheetFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Forms of all kinds can be read back as they are, and filled in after their examples. */
@InBrowser
@ResourceLock(Imports.ONE_AT_A_TIME)
class ImportFormsBrowserIT {
    @TempDir
    private static Path folder;

    private static Chromium clerk;
    private static Chromium receiver;
    private static Chromium admin;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 1280);
        admin = DemoSystem.loggedIn("demo-admin", "en", 1280);
    }

    @AfterAll
    static void leave() {
        for (var browser : List.of(clerk, receiver, admin)) {
            assertThat(browser.strangers()).isEmpty();
            // What is not there yet was asked for by these tests.
            assertThat(browser.complaints()).allMatch(it -> it.contains("status of 404"));
            browser.close();
        }
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void showsFormsThatCanBeReadBack() throws IOException {
        admin.go("/import");
        assertThat(admin.all("ul.tiles a")).hasSize(1);
        clerk.go("/import");
        assertThat(clerk.all("ul.tiles a")).hasSize(3);
        DemoSystem.picture(clerk, "import-desktop");
        formsAreReadBack(clerk, "lots", "shipments", "agreements");
        formsAreReadBack(receiver, "receipts");
        formsAreReadBack(admin, "households");
    }

    private static void formsAreReadBack(Chromium browser, String... kinds) throws IOException {
        boolean chinese = browser != admin;
        for (var kind : kinds) {
            for (var format : List.of("xlsx", "csv")) {
                var form = Files.write(
                        folder.resolve("form-" + kind + "." + format),
                        browser.fetched("/import/" + kind + "/template." + format));
                var table = SheetFile.read(form, 100);
                assertThat(table.rows()).as(kind).hasSizeGreaterThan(2);
                assertThat(table.rows().get(1).cell(0)).startsWith(chinese ? "示例" : "EXAMPLE");
                bring(browser, kind, form);
                assertThat(browser.find("[data-stage=JUDGED]").getText()).contains(chinese ? "跳过了" : "skipped");
                assertThat(browser.all("[data-flaw]")).isEmpty();
                assertThat(count(browser, "total")).isEqualTo("0");
            }
        }
    }

    /** The rows that explain a form are right themselves, once they name what there is. */
    @Test
    void examplesOfFormsHoldWhereTheyNameWhatThereIs() throws IOException, InterruptedException {
        exampleHolds(admin, "households", "village-01", "shiertu-east");
        exampleHolds(clerk, "lots", "H01", "DK0001", "H02", "DK0002");
        exampleHolds(clerk, "agreements", "tomato", "vermicelli", "H09", "DK0001", "H10", "DK0002");
        var lots = "批次号,产品编号,数量,单位,生产时间\nT2020-07,tomato,1,吨,2020-07-01\nT2020-08,tomato,20,吨,2020-07-01\n";
        bring(clerk, "lots", file("lots-of-forms.csv", lots));
        start(clerk);
        await(clerk, "/api/lots/T2020-08");
        exampleHolds(clerk, "shipments", "xinfadi", "yonghui");
        start(clerk);
        await(clerk, "/api/shipments/form-S2020-001");
        exampleHolds(receiver, "receipts");
    }

    private static void exampleHolds(Chromium browser, String kind, String... namedAndThere) throws IOException {
        var text = new String(browser.fetched("/import/" + kind + "/template.csv"), StandardCharsets.UTF_8)
                .replaceAll("(?m)^(示例|EXAMPLE)-", "form-");
        for (int i = 0; i < namedAndThere.length; i += 2) {
            assertThat(text).contains(namedAndThere[i]);
            text = text.replace(namedAndThere[i], namedAndThere[i + 1]);
        }
        bring(browser, kind, file("example-" + kind + ".csv", text));
        assertThat(browser.all("[data-flaw]")).as(browser.text()).isEmpty();
        assertThat(count(browser, "fresh")).as(kind).isNotEqualTo("0");
    }

    @Test
    void showsHowFarItIs() throws IOException {
        int rows = 2_000;
        var table = new StringBuilder("Household,Village,Status,Status since\n");
        for (int i = 1; i <= rows; i++) {
            table.append("imp-many-%04d,shiertu-west,,\n".formatted(i));
        }
        bring(admin, "households", file("many.csv", table.toString()));
        admin.find("[data-do=start]").click();
        var seen = new TreeSet<Long>();
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (admin.all("[data-stage=SENT]").isEmpty() && System.nanoTime() < until) {
            if (admin.run("const it = document.querySelector('[data-stage=SENDING] [data-bar]');"
                            + " return it && it.max === " + rows + " ? Math.round(it.value) : null")
                    instanceof Long value) {
                seen.add(value);
            }
        }
        System.out.println("the bar of an import has stood at " + seen);
        assertThat(seen.stream().filter(it -> it > 0 && it < rows)).hasSizeGreaterThan(1);
        assertThat(count(admin, "sent")).isEqualTo("2,000");
    }
}
