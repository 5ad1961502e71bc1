package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** An administrator keeps the registers by their pages alone, on a telephone. */
@InBrowser
class RegistersBrowserIT {
    private static final String REFUSED = "[data-problem]:not([hidden])";

    private Chromium browser;

    @BeforeEach
    void logIn() {
        browser = DemoSystem.loggedIn("demo-admin", "zh-CN", 360);
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    private void open(String page) {
        browser.go(page);
        browser.find("#register > summary").click();
    }

    private void type(String field, String text) {
        var input = browser.find("#" + field);
        input.clear();
        input.sendKeys(text);
    }

    private void choose(String field, String value) {
        new Select(browser.find("#" + field)).selectByValue(value);
    }

    private void send() {
        browser.find("#register [type=submit]").click();
    }

    private void awaitDone(String id) {
        browser.awaitText("[data-register-done]:not([hidden]) [data-register-id]", id);
    }

    private String row(String id) {
        return browser.find("[data-register-row='" + id + "']").getText();
    }

    @Test
    void aPartyIsRegisteredRefusedASecondTimeAndSuspended() {
        browser.find("a.tile[href='/registers/parties']").click();
        browser.find("#register > summary").click();
        type("party-id", "0-coop");
        choose("party-kind", "COOPERATIVE");
        type("party-zh", "新合作社");
        type("party-en", "New cooperative");
        type("party-region", "北京");
        send();
        assertThat(browser.find("#party-region-wrong").getText()).contains("region", "不能取值");
        assertThat(browser.find(REFUSED).getText()).contains("请改正上面标出的内容");
        browser.await("return document.activeElement.id === 'party-region'");
        type("party-region", "CN-NM");
        assertThat(browser.all("#party-region-wrong"))
                .as("goes with the next letter")
                .isEmpty();
        send();
        awaitDone("0-coop");
        assertThat(row("0-coop")).contains("新合作社", "New cooperative", "合作社", "CN-NM", "暂停");
        assertThat(browser.find("#party-id").getDomProperty("value"))
                .as("ready for another")
                .isEmpty();
        DemoSystem.picture(browser, "registers-party-phone");
        refuseTheSame();
        suspend();
        assertThat(browser.misfits()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    private void refuseTheSame() {
        type("party-id", "0-coop");
        choose("party-kind", "MARKET");
        type("party-zh", "另一个");
        send();
        assertThat(browser.find("#party-id-wrong").getText()).isEqualTo("主体编号“0-coop”已经登记过。");
        assertThat(browser.find("#party-id").getDomAttribute("aria-describedby"))
                .startsWith("party-id-wrong");
        assertThat(browser.misfits()).isEmpty();
        Axe.assertOpenToAll(browser, "a refused party");
        DemoSystem.picture(browser, "registers-refused-phone");
    }

    private void suspend() {
        var _ = browser.run("window.confirm = () => true");
        browser.find("[data-register-row='0-coop'] summary").click();
        assertThat(browser.misfits()).isEmpty();
        browser.find("#reason-0-coop").sendKeys("停业整顿", Keys.ENTER);
        awaitDone("0-coop");
        assertThat(row("0-coop")).contains("已暂停", "停业整顿");
    }

    @Test
    void aProductIsRegisteredWithItsPacks() {
        open("/registers/products");
        type("product-id", "0-cheese");
        choose("product-kind", "OTHER");
        type("product-zh", "奶酪");
        choose("product-unit", "GRAM");
        browser.find("[data-register-more]").click(); // left empty, it is no pack
        browser.find("[data-register-more]").sendKeys(Keys.ENTER);
        browser.active().sendKeys("箱", Keys.TAB, "5000");
        browser.find("[data-register-more]").click();
        browser.active().sendKeys("KILOGRAM", Keys.TAB, "1000");
        assertThat(browser.misfits()).isEmpty();
        send();
        assertThat(browser.find(".registers-pack + .registers-pack + .registers-pack .registers-wrong")
                        .getText())
                .isEqualTo("包装不能用计量单位“KILOGRAM”作名称。");
        browser.find(".registers-pack + .registers-pack + .registers-pack [data-register-less]")
                .click();
        send();
        awaitDone("0-cheese");
        assertThat(row("0-cheese")).contains("奶酪", "箱 = 5000 克");
    }

    @Test
    void aHouseholdIsRegisteredAndItsStatusChanged() {
        open("/registers/households");
        type("household-id", "0-H1");
        type("household-village", "shiertu");
        choose("household-status", "REGISTERED_POOR");
        send();
        assertThat(browser.find("#household-since-wrong").getText()).contains("statusFrom");
        day("household-since", "2020-01-01");
        send();
        awaitDone("0-H1");
        assertThat(row("0-H1")).contains("建档立卡贫困户");
        browser.find("[data-register-done] a").click();
        browser.awaitPath("/registers/households/0-H1");
        change("LIFTED_STABLE", "2020-11-01");
        awaitDone("0-H1");
        assertThat(browser.find("[data-register-today]").getText()).isEqualTo("稳定脱贫户");
        assertThat(browser.find("[data-register-list] table").getText()).contains("至今", "2020-11-01", "建档立卡贫困户");
        change("MARGINAL", "2020-06-01");
        assertThat(browser.find("#change-from-wrong").getText()).isEqualTo("从 2020-06-01 起的状态与已有的状态期间重叠。");
        assertThat(browser.misfits()).isEmpty();
        Axe.assertOpenToAll(browser, "a refused status");
    }

    private void change(String status, String from) {
        if (browser.find("#change").getDomAttribute("open") == null) {
            browser.find("#change > summary").click();
        }
        choose("change-status", status);
        day("change-from", from);
        browser.find("#change [type=submit]").click();
    }

    /** Typed, a day would come in the order of the browser's language. */
    private void day(String field, String day) {
        var _ = browser.run("document.getElementById('%s').value = '%s'".formatted(field, day));
    }

    @Test
    void formsFitATelephoneAndAreOpenToAll() {
        for (var page : List.of("/registers/parties", "/registers/products", "/registers/households")) {
            open(page);
            assertThat(browser.misfits()).as(page).isEmpty();
            Axe.assertOpenToAll(browser, page);
            DemoSystem.picture(browser, page.substring(1).replace('/', '-') + "-phone");
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
