package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** From a lot to the money and back to the figures, without a mouse. */
@InBrowser
class KeyboardBrowserIT {
    private static Keyboard clerk;
    private static Keyboard receiver;
    private static Keyboard analyst;

    @BeforeAll
    static void logIn() {
        clerk = Keyboard.of("demo-clerk");
        receiver = Keyboard.of("demo-receiver");
        analyst = Keyboard.of("demo-analyst");
    }

    @AfterAll
    static void leave() {
        clerk.close();
        receiver.close();
        analyst.close();
    }

    @Test
    void bringsALotToItsMoney() {
        var lot = recordALot();
        var shipment = sendIt(lot);
        receive(shipment);
        var settlement = settle(shipment);
        receiver.browser().go("/");
        receiver.to("main a[href='/settlements']").enter();
        receiver.to("a[href='/settlements/" + settlement + "']").enter();
        receiver.to("[data-command=agreement] [type=checkbox]").space();
        receiver.to("[data-command=agreement] [type=submit]").enter();
        receiver.browser().find("#settlement [data-state=AGREED]");
        receiver.to("#reference").type("回单 43").enter();
        receiver.browser().find("#settlement [data-state=PAID]");
    }

    private static String recordALot() {
        var lot = "keyboard-lot";
        clerk.to("main a[href='/shipments/new']").enter();
        clerk.to("a[href='/lots/new?back=/shipments/new']").enter();
        clerk.browser().find("#newlot");
        clerk.choose("product", "tomato");
        clerk.to("#quantity").type("100");
        clerk.to("#number").type(lot);
        clerk.to("[data-household]").type(household());
        clerk.to("[data-amount]").type("100").enter();
        clerk.browser().find("[data-new] [name=lot][value='" + lot + "']:checked");
        return lot;
    }

    private static String household() {
        return (String) Objects.requireNonNull(clerk.browser()
                .run("return fetch('/api/households?limit=1').then(it => it.json()).then(it => it.items[0].id)"));
    }

    private static String sendIt(String lot) {
        clerk.choose("product", "tomato");
        clerk.choose("lot", lot);
        clerk.to("#amount").type("200");
        clerk.choose("unit", "JIN");
        clerk.to("#price").type("3.60");
        clerk.choose("per", "KILOGRAM");
        clerk.choose("market", "yonghui");
        clerk.choose("channel", "SUPERMARKET");
        clerk.to("[data-new] [type=submit]").enter();
        var id = clerk.browser().find("[data-done]:not([hidden]) [data-number]").getText();
        clerk.to("[data-open]").enter();
        clerk.browser().awaitPath("/shipments/" + id);
        clerk.to("#vehicle").type("蒙D12345").enter();
        clerk.browser().findReloading("[data-state=IN_TRANSIT]");
        return id;
    }

    /** By the field that scanners type into. */
    private static void receive(String shipment) {
        receiver.to("main a[href='/scan']").enter();
        receiver.to("[name=code]").type(shipment).enter();
        receiver.browser().awaitPath("/shipments/" + shipment + "#receive");
        receiver.to("[data-all]").enter();
        receiver.to("[data-now]").enter();
        receiver.browser().find("[data-state=RECEIVED]");
    }

    private static String settle(String shipment) {
        clerk.browser().go("/");
        clerk.to("main a[href='/settlements']").enter();
        clerk.to("a[href='/settlements/new']").enter();
        clerk.to("[data-market=yonghui]").enter();
        clerk.to("[data-settle] [data-all]").enter();
        clerk.to("[name=shipment][value='" + shipment + "']").space();
        clerk.to("[data-kind=FREIGHT] [name=amount]").type("10");
        clerk.browser().awaitText("[data-preview-net]", "324.00 元");
        clerk.to("[data-settle] [type=submit]").enter();
        clerk.browser().find("#settlement [data-state=OPEN]");
        return String.valueOf(clerk.browser().find("#settlement").getDomAttribute("data-id"));
    }

    @Test
    void goesFromAFigureToTheShipmentAndToAHousehold() {
        var browser = analyst.browser();
        browser.go("/overview?from=2020-01-01&to=2020-12-31");
        analyst.to("main a[href^='/sales/shipments']").enter();
        analyst.to("main a[href^='/shipments/']").enter();
        assertThat(browser.find("[data-event=shipment-logged]").isDisplayed()).isTrue();
        browser.go("/households?from=2020-01-01&to=2020-12-31");
        analyst.to("main a[href^='/households/']").enter();
        analyst.to("main a[href*='/income/lines/']").enter();
        browser.await("return location.pathname.includes('/income/lines/') && document.querySelector('h1') !== null");
    }

    @Test
    void skipsTheMenu() {
        var browser = analyst.browser();
        browser.go("/overview");
        analyst.to(".skip").enter();
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
        browser.active().sendKeys(Keys.TAB);
        assertThat(browser.run("return document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }
}
