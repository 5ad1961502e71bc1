package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people out who see badly, or use no mouse. */
final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing serious or critical. */
    static void assertOpenToAll(Chromium browser, String what) {
        var _ = browser.run(SCRIPT);
        assertNothing(browser, what, "{resultTypes: ['violations']}");
    }

    /** The same page, which was looked at already, in the colours of the night. */
    static void assertLegibleAtNight(Chromium browser, String what) {
        browser.prefer("prefers-color-scheme", "dark");
        try {
            assertThat(browser.run("return matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(true);
            assertNothing(browser, what + " at night", "{runOnly: ['color-contrast'], resultTypes: ['violations']}");
        } finally {
            browser.prefer("prefers-color-scheme", "light");
        }
    }

    private static void assertNothing(Chromium browser, String what, String options) {
        assertThat(browser.run("""
                return axe.run(document, %s).then(it => it.violations
                  .filter(one => one.impact === 'serious' || one.impact === 'critical')
                  .map(one => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 5).map(node => node.html).join(' ')))""".formatted(options))).as(what).isEqualTo(List.of());
    }
}
