package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Papers by the links of the pages, with the session of the browser, read as whoever gets them reads them. */
@InBrowser
class PaperBrowserIT {
    private static Chromium clerk;
    private static Chromium receiver;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 1280);
    }

    @AfterAll
    static void leave() {
        for (var browser : List.of(clerk, receiver)) {
            assertThat(browser.strangers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.close();
        }
    }

    /** The codes of both sizes: on the sheet there are as many as there are labels, so one is cut out. */
    private static void labelsLeadTo(String shipment) {
        var roll = Paper.behind(clerk, "a[href$='/labels.pdf?size=60x40']:not([hidden])");
        roll.says("西红柿", "产地：十二吐乡达康产业园联合社", "发往：永辉超市(北京)", "S." + shipment);
        assertThat(Label.read(roll.firstPage())).isEqualTo(Labelled.address(shipment));
        var sheet = Paper.behind(clerk, "a[href$='/labels.pdf'], a[href$='/labels.pdf?size=a4']");
        sheet.says("西红柿", "S." + shipment);
        var page = sheet.firstPage();
        var first = page.getSubimage(0, 0, page.getWidth() / 3, page.getHeight() / 8);
        assertThat(Label.read(first)).isEqualTo(Labelled.address(shipment));
    }

    @Test
    void labelsAndReceiptSayWhatThePageSays() {
        var id = Labelled.dispatched(clerk, "yonghui");
        receiver.command("/api/shipments/" + id + "/receipts", """
                {lines: [{lot: '%s', accepted: {amount: 38.5, unit: 'KILOGRAM'}, short: {amount: 1.5, unit: 'KILOGRAM'},
                 reason: '少装一筐'}]}""".formatted(Labelled.lot(id)));
        clerk.go("/shipments/" + id);
        labelsLeadTo(id);
        for (var browser : List.of(clerk, receiver)) {
            browser.go("/shipments/" + id);
            var receipt = Paper.behind(browser, "a[href$='/receipt.pdf']");
            receipt.says("收货单", "发货单号 " + id, "十二吐乡达康产业园联合社", "永辉超市(北京)", "蒙D54321", Labelled.lot(id));
            receipt.says("38.5 公斤", "1.5 公斤", "少装一筐", "3.60 元/公斤", "货款合计：138.60 元");
            assertThat(Label.read(receipt.firstPage())).isEqualTo(Labelled.address(id));
        }
    }

    @Test
    void theSheetOfASettlementHasTheFiguresOfThePage() {
        // One of the demonstration's: at others somebody else may be at work.
        var found = clerk.run("""
                return fetch('/api/settlements?state=PAID&limit=100').then(it => it.json())
                  .then(it => it.items.find(one => one.id.startsWith('S-')).id)""");
        var id = String.valueOf(found);
        clerk.go("/settlements/" + id);
        var sheet = Paper.behind(clerk, "a[href$='/sheet.pdf']");
        sheet.says("结算单", "结算单号 " + id, "十二吐乡达康产业园联合社");
        var figures = clerk.all("[data-sum=net], [data-deduction], [data-share], main a[href^='/shipments/']").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(figures).hasSizeGreaterThan(6);
        sheet.says(figures.toArray(String[]::new));
    }

    @Test
    void afterSavingThereIsACodeAndALabelAndAnotherForm() {
        var lot = "paper-lot";
        clerk.command("/api/lots", """
                {id: '%s', origin: 'dakang', product: 'tomato', quantity: {amount: 1, unit: 'TONNE'},
                 producedAt: '2020-07-01T06:00:00+08:00'}""".formatted(lot));
        clerk.go("/shipments/new");
        clerk.find("label:has([value=tomato])").click();
        clerk.find("label:has([value='" + lot + "'])").click();
        clerk.find("#amount").sendKeys("300");
        clerk.find("[name=unit][value=JIN]").sendKeys(Keys.SPACE);
        clerk.find("#price").sendKeys("3.60");
        new Select(clerk.find("#market")).selectByValue("yonghui");
        clerk.find("[data-new] [type=submit]").click();
        clerk.find("[data-after-saving]:not([hidden])");
        var id = clerk.find("[data-number]").getText();
        assertThat(Labelled.code(clerk)).isEqualTo(Labelled.address(id));
        labelsLeadTo(id);
        DemoSystem.picture(clerk, "after-saving-desktop");
        clerk.find("[data-again]").click();
        clerk.await("return document.querySelector('[data-new]').checkVisibility()"
                + " && document.querySelector('[value=tomato]').checked");
        assertThat(clerk.all("[data-done]:not([hidden])")).isEmpty();
        for (var field : List.of("#amount", "#price")) {
            assertThat(clerk.find(field).getDomProperty("value")).as(field).isEmpty();
        }
        assertThat(clerk.find("#market").getDomProperty("value"))
                .as("to the same market as a rule")
                .isEqualTo("yonghui");
    }
}
