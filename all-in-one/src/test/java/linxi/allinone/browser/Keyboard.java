package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.Keys;

/** Somebody without a mouse: comes to things by Tab, and has to see where he is. */
final class Keyboard implements AutoCloseable {
    private static final int MOST = 150;

    private final Chromium browser;

    private Keyboard(Chromium browser) {
        this.browser = browser;
    }

    /** Logged in, on the first page. */
    static Keyboard of(String account) {
        var keyboard = new Keyboard(DemoSystem.open("zh-CN", 1280));
        keyboard.browser.go("/login");
        keyboard.to("#name").type(account);
        keyboard.to("#password").type(DemoSystem.PASSWORD).enter();
        keyboard.browser.awaitPath("/");
        return keyboard;
    }

    Chromium browser() {
        return browser;
    }

    /** Waits until it is there, then presses Tab until it has the focus. */
    Keyboard to(String css) {
        browser.await("return [...document.querySelectorAll(`" + css + "`)].some(it => it.checkVisibility())");
        for (int i = 0; i < MOST && !isOn(css); i++) {
            browser.active().sendKeys(Keys.TAB);
        }
        assertThat(isOn(css)).as("reached by Tab: " + css).isTrue();
        assertThat(browser.run("""
                const on = document.activeElement.closest('.choice') ?? document.activeElement;
                const style = getComputedStyle(on);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2""")).as("seen to have the focus: " + css).isEqualTo(true);
        return this;
    }

    private boolean isOn(String css) {
        return Boolean.TRUE.equals(browser.run("return document.activeElement.matches(`" + css + "`)"));
    }

    /** Of a group of radio buttons or a list: goes on by an arrow until that one is chosen. */
    void choose(String name, String value) {
        to("[name=" + name + "]");
        var chosen = "return document.activeElement.value === '" + value
                + "' && (document.activeElement.matches('select') || document.activeElement.checked)";
        if (!Boolean.TRUE.equals(browser.run("return document.activeElement.matches('select, :checked')"))) {
            browser.active().sendKeys(Keys.SPACE);
        }
        for (int i = 0; i < MOST && !Boolean.TRUE.equals(browser.run(chosen)); i++) {
            browser.active().sendKeys(Keys.ARROW_DOWN);
        }
        assertThat(browser.run(chosen)).as("chosen by arrows: " + value).isEqualTo(true);
    }

    Keyboard type(String text) {
        browser.active().sendKeys(text);
        return this;
    }

    void enter() {
        browser.active().sendKeys(Keys.ENTER);
    }

    void space() {
        browser.active().sendKeys(Keys.SPACE);
    }

    @Override
    public void close() {
        browser.close();
    }
}
