package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What holds for every page on a phone. */
final class Layout {
    private Layout() {}

    /** Nothing reaches beyond the edge, and all that is pressed is large enough for a finger. */
    static void fits(Chromium browser, String what) {
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(what + " overflows")
                .isEqualTo(0L);
        assertThat(browser.run("""
                return [...document.querySelectorAll('a, button, select, summary, .choice, input:not([type=hidden]):not([type=radio])')]
                  .filter(it => it.offsetParent && !it.matches('.skip, .unseen'))
                  .filter(it => it.getBoundingClientRect().height < 44 || it.getBoundingClientRect().width < 44)
                  .map(it => it.outerHTML)""")).as(what + ": too small for a finger").isEqualTo(List.of());
    }
}
