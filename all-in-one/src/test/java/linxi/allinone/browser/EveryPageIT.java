package linxi.allinone.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the links of each role, and holds every page that it finds to what all pages promise. */
@InBrowser
class EveryPageIT {
    /** Pages of one form, such as those of two shipments. */
    private static final int ALIKE = 2;

    /** Far more than there are: a crawl that comes so far goes round in circles. */
    private static final int MOST = 120;

    private static final Pattern NO_PAGE =
            Pattern.compile("/(swagger|export|v3|api|admin|actuator)\\b.*|.*\\.[a-z0-9]{2,5}$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");
    /** Below these there are pages of other kinds, below all others the one of each thing. */
    private static final Set<String> FOLDERS = Set.of("sales", "income", "registers");

    /** What each role is led to at the least, by the menu and from page to page. */
    static List<Arguments> roles() {
        var goods = "/ /password /scan /shipments /shipments/* /settlements /settlements/* /t/S /t/L";
        var registers = " /lots /lots/* /households /agreements /agreements/*";
        var figures = " /overview /wall /sales/shipments /income/settlements /households/*/income"
                + " /households/*/income/lines/*/*";
        return List.of(
                arguments(
                        "demo-clerk",
                        goods + registers + " /shipments/new /lots/new /settlements/new /import /import/* /outbox"),
                arguments("demo-receiver", goods + " /import /import/*"),
                arguments("demo-analyst", goods + registers + figures),
                arguments("demo-viewer", goods + registers + figures),
                arguments(
                        "demo-admin",
                        "/ /password /operations /accounts /import /import/*"
                                + " /registers/parties /registers/products /registers/households"),
                arguments("demo-auditor", goods + registers + figures + " /operations /events /household-access"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void isCompleteAndFitsAndIsOpenToAll(String account, String expected) {
        try (var browser = DemoSystem.loggedIn(account, "zh-CN", 360)) {
            var open = new ArrayDeque<>(List.of("/"));
            var known = new HashSet<>(open);
            var alike = new TreeMap<String, Integer>();
            int pages = 0;
            while (!open.isEmpty() && pages < MOST) {
                var page = open.remove();
                int of = alike.merge(form(page), 1, Integer::sum);
                if (of <= ALIKE) {
                    look(browser, account, page, of == 1);
                    pages++;
                    links(browser).filter(known::add).forEach(open::add);
                }
            }
            System.out.println(account + " has seen " + pages + " pages of the forms " + alike.keySet());
            assertThat(open).as("not looked at").isEmpty();
            assertThat(alike.keySet()).contains(expected.split(" ", -1));
            // A shipment that another test settles meanwhile can no longer be previewed.
            assertThat(browser.complaints()).allMatch(it -> it.contains("/preview") && it.contains("status of 409"));
            assertThat(browser.strangers()).isEmpty();
        }
    }

    @Test
    void theLoginIsAPageLikeOthers() {
        try (var browser = DemoSystem.open("zh-CN", 360)) {
            browser.go("/login");
            look(browser, "nobody", "/login", true);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.strangers()).isEmpty();
        }
    }

    /** Without what tells two of a form apart, such as {@code /shipments/*}. */
    private static String form(String page) {
        var path = page.replaceAll("[?#].*", "").split("/", -1);
        if (path[1].equals("t")) {
            return "/t/" + path[2].charAt(0);
        }
        for (int i = 2; i < path.length; i++) {
            boolean named = path[i].matches("[a-z]+") && (i > 2 || FOLDERS.contains(path[1]));
            path[i] = named || path[i].equals("new") ? path[i] : "*";
        }
        return String.join("/", path);
    }

    private static void look(Chromium browser, String account, String page, boolean first) {
        for (var language : List.of("zh", "en")) {
            boolean chinese = language.equals("zh");
            var what = account + " " + page + " in " + language;
            var _ = browser.run("document.cookie = 'linxi-language=" + language + "; path=/'");
            browser.resize(360, 800);
            browser.go(page);
            var _ = browser.find("h1");
            // An import of another test, which loads its page anew when it has come further.
            browser.await("return document.querySelector('[data-run] [data-bar]') === null");
            // By a script: a page that is live may put another element in the place of one that was found.
            var heading = (String) requireNonNull(browser.run("return document.querySelector('h1').textContent"));
            assertThat(CHINESE.matcher(heading).find())
                    .as(what + ": " + heading)
                    .isEqualTo(chinese);
            assertThat(browser.text())
                    .as(what)
                    .doesNotContain("??")
                    .contains(chinese ? "演示系统：账户和密码是公开的" : "Demonstration: everybody knows these accounts");
            assertThat(browser.misfits()).as(what + " at 360").isEmpty();
            if (chinese && first) {
                Axe.assertOpenToAll(browser, what);
                Axe.assertLegibleAtNight(browser, what);
            }
            browser.resize(390, 800);
            assertThat(browser.misfits()).as(what + " at 390").isEmpty();
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
