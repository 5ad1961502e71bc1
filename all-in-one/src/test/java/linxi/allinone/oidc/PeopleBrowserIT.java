package linxi.allinone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.allinone.browser.Chromium;
import linxi.allinone.browser.InBrowser;
import linxi.events.PartyId;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** A clerk whom a provider vouches for, and whose name there is not the name of his account. */
@InBrowser
class PeopleBrowserIT {
    @TempDir
    private static Path folder;

    @Test
    void uploadWhatTheyHaveEnteredLikeOthers() {
        try (var county = County.in(folder);
                var browser = Chromium.open(county.services().queries(), "en", 500, 800)) {
            recorded(county, "/api/parties", Role.ADMIN, """
                    {"id": "market", "kind": "MARKET", "name": {"zh": "市场"}, "region": "CN-BJ"}""");
            recorded(county, "/api/lots", Role.CLERK, County.lot("L1"));
            browser.go("/login/oidc?next=/shipments/new");
            browser.find("[name=username]").sendKeys("wangfang");
            browser.find("[name=password]").sendKeys(EmbeddedProvider.PASSWORD, Keys.ENTER);
            browser.find("label:has([value=egg])").click();
            browser.find("label:has([value=L1])").click();
            browser.find("#amount").sendKeys("4");
            browser.find("#price").sendKeys("3.60");
            new Select(browser.find("#market")).selectByValue("market");
            browser.find("[data-new] [type=submit]:not([disabled])").click();
            var shipment =
                    browser.find("[data-done]:not([hidden]) [data-number]").getText();
            browser.await("""
                    return import('/assets/outbox-store.js').then(it => it.entries())
                      .then(all => all.length === 1 && all[0].state === 'sent')""");
            assertThat(browser.run("return fetch('/api/shipments/" + shipment + "').then(it => it.status)"))
                    .isEqualTo(200L);
            assertThat(browser.run("""
                    return import('/assets/outbox-store.js').then(it => it.entries())
                      .then(all => [all[0].account, all[0].person])"""))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactly("oidc:wangfang", "王芳");
        }
    }

    private static void recorded(County county, String path, Role role, String json) {
        var key = county.services().bean(ApiKeys.class).make("test", role, new PartyId("dakang"));
        assertThat(county.post(county.services().commands() + path, "Bearer " + key, json)
                        .status())
                .isEqualTo(201);
    }
}
