package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

/** The pages of an import, as whoever has a table goes through them. */
final class Imports {
    /** An account has one import under way, and tests share the accounts. */
    static final String ONE_AT_A_TIME = "imports";

    private Imports() {}

    /** Until it is checked. */
    static void bring(Chromium browser, String kind, Path file) {
        browser.go("/import/" + kind);
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.find("[data-import] [type=submit]").click();
        browser.find("[data-run]:is([data-stage=JUDGED], [data-stage=FAILED])");
    }

    static void start(Chromium browser) {
        browser.find("[data-do=start]").click();
        browser.find("[data-stage=SENT]");
    }

    static String count(Chromium browser, String what) {
        return browser.find("[data-" + what + "]").getText();
    }

    static long status(Chromium browser, String path) {
        return (long) browser.run("return fetch('" + path + "').then(it => it.status)");
    }

    static void await(Chromium browser, String path) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (status(browser, path) != 200 && System.nanoTime() < until) {
            Thread.sleep(200);
        }
        assertThat(status(browser, path)).as(path).isEqualTo(200);
    }
}
