package linxi.allinone.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import linxi.allinone.LinxiProcess;
import org.openqa.selenium.Keys;

/**
 * The program with the demonstration's data and accounts: started by whoever needs it first, stopped with the tests.
 * Tests add to it and count on nobody else's additions; sums of the demonstration are read in its own year, 2020, in
 * which no test sells.
 */
final class DemoSystem {
    static final String PASSWORD = "linxi-demo-2020";
    /** Where pictures go, to be looked at, and the log. */
    static final Path PICTURES = Path.of("target", "screens");

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final LinxiProcess LINXI = start();

    private DemoSystem() {}

    private static LinxiProcess start() {
        try {
            Files.createDirectories(PICTURES);
            // Not a folder of JUnit's: it is removed while others still use the system.
            var data =
                    Files.createTempDirectory(Path.of("target"), "demo-system").toAbsolutePath();
            var linxi = LinxiProcess.launch(data.resolve("data"), LinxiProcess.freePort(), "--demo");
            linxi.awaitText("└", PATIENCE);
            return linxi;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url() {
        return LINXI.url();
    }

    static String terminal() {
        return LINXI.terminal();
    }

    /** @param width below 500 it is a phone */
    static Chromium open(String language, int width) {
        var browser = Chromium.open(url(), language, Math.max(500, width), 1000);
        if (width < 500) {
            browser.resize(width, 800);
        }
        return browser;
    }

    /** On the first page. */
    static Chromium loggedIn(String name, String language, int width) {
        var browser = open(language, width);
        browser.go("/login");
        browser.find("#name").sendKeys(name);
        browser.find("#password").sendKeys(PASSWORD, Keys.ENTER);
        browser.awaitPath("/");
        return browser;
    }

    static void picture(Chromium browser, String name) {
        try {
            Files.write(PICTURES.resolve(name + ".png"), browser.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
