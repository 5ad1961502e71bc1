package linxi.allinone.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the links of each role, and holds every page that it finds to what all pages promise. */
@InBrowser
class EveryPageIT {
    /** Pages of one form, such as those of two shipments. */
    private static final int ALIKE = 2;

    private static final int MOST = 40;
    private static final Pattern NO_PAGE =
            Pattern.compile("/(swagger|export|v3|api|admin|actuator)\\b.*|.*\\.[a-z0-9]{2,5}$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");

    @ParameterizedTest
    @ValueSource(strings = {"demo-clerk", "demo-receiver", "demo-analyst", "demo-viewer", "demo-admin", "demo-auditor"})
    void isCompleteAndFitsAndIsOpenToAll(String account) {
        try (var browser = DemoSystem.loggedIn(account, "zh-CN", 360)) {
            var open = new ArrayDeque<>(List.of("/"));
            var known = new HashSet<>(open);
            var alike = new HashMap<String, Integer>();
            int pages = 0;
            while (!open.isEmpty() && pages < MOST) {
                var page = open.remove();
                if (alike.merge(form(page), 1, Integer::sum) <= ALIKE) {
                    look(browser, account, page);
                    pages++;
                    links(browser).filter(known::add).forEach(open::add);
                }
            }
            System.out.println(account + " has seen " + pages + " pages of " + alike.size() + " forms");
            assertThat(alike).hasSizeGreaterThan(2);
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Without what tells two of a form apart. */
    private static String form(String page) {
        var path = page.replaceAll("[?#].*", "").split("/", -1);
        return (path.length > 1 ? path[1] : "")
                + path.length
                + (path[path.length - 1].matches("[a-z]+") ? path[path.length - 1] : "");
    }

    private static void look(Chromium browser, String account, String page) {
        for (int width : new int[] {360, 390}) {
            boolean chinese = width == 360;
            var what = account + " " + page + " at " + width;
            var _ = browser.run("document.cookie = 'linxi-language=" + (chinese ? "zh" : "en") + "; path=/'");
            browser.resize(width, 800);
            browser.go(page);
            var _ = browser.find("h1");
            // By a script: a page that is live may put another element in the place of one that was found.
            var heading = (String) requireNonNull(browser.run("return document.querySelector('h1').textContent"));
            assertThat(CHINESE.matcher(heading).find())
                    .as(what + ": " + heading)
                    .isEqualTo(chinese);
            assertThat(browser.text()).as(what).doesNotContain("??");
            assertThat(browser.misfits()).as(what).isEmpty();
            if (chinese) {
                Axe.assertOpenToAll(browser, what);
            }
        }
    }

    private static Stream<String> links(Chromium browser) {
        var found = (List<?>) browser.run("""
                return [...document.querySelectorAll('a[href]')].filter(it => it.origin === location.origin && !it.download)
                  .map(it => it.pathname + it.search)""");
        return found.stream()
                .map(Object::toString)
                .filter(it -> !NO_PAGE.matcher(it.replaceAll("[?].*", "")).matches());
    }
}
