package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** A page on screens of several widths: nothing is too wide, too small for a finger or squeezed. */
final class Fit {
    private static final int NARROWEST_DESKTOP = 1000;

    private Fit() {}

    /** As it stands, on phones; it is left as wide as the last of them. */
    static void onPhones(Chromium browser, String name) {
        on(browser, name, 360, 390);
    }

    /** As it stands, with a picture of each width, of which the last stays. */
    static void on(Chromium browser, String name, int... widths) {
        for (int width : widths) {
            browser.resize(width, width < NARROWEST_DESKTOP ? 800 : 1000);
            assertThat(browser.misfits()).as(name + " at " + width).isEmpty();
            DemoSystem.picture(browser, name + "-" + width);
        }
    }
}
