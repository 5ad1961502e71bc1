package linxi.allinone.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import linxi.allinone.faults.TcpProxy;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.Select;

/** The phone of a clerk: what it keeps outlives its browser, and its way to the server can be cut. */
final class Phone implements AutoCloseable {
    /** In lines that Chromium itself writes for every request that finds no network. */
    private static final Predicate<String> OF_NO_NETWORK = it ->
            it.contains("net::ERR_") || it.contains("network error response") || it.contains("fetching the script");

    private final Path profile = profile();
    private final String language;
    private final TcpProxy line;
    private Chromium browser;

    Phone(String system, String language) {
        this.language = language;
        this.line = new TcpProxy(URI.create(system).getPort(), 1);
        this.browser = open();
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory(Path.of("target"), "phone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chromium open() {
        var opened = Chromium.open(line.url(), language, 500, 800, profile);
        opened.resize(390, 800);
        return opened;
    }

    Chromium browser() {
        return browser;
    }

    TcpProxy line() {
        return line;
    }

    void closeAndOpen() {
        browser.close();
        browser = open();
    }

    void logIn(String name) {
        browser.go("/login");
        browser.find("#name").sendKeys(name);
        browser.find("#password").sendKeys(DemoSystem.PASSWORD, Keys.ENTER);
        browser.awaitPath("/");
    }

    /** Until the worker has what is needed without a network. */
    void awaitCopies() {
        browser.await("""
                return Promise.all(['/', '/outbox', '/shipments', '/shipments/new'].map(it => caches.match(it)))
                  .then(all => all.every(it => it) && navigator.serviceWorker.controller !== null)""");
    }

    /** Chromium's own page of errors counts as seen. */
    String seesWithoutNetwork(String path) {
        try {
            browser.go(path);
        } catch (WebDriverException noPage) {
            // as it should be
        }
        return browser.text();
    }

    void fillIn(String lot, String amount) {
        browser.go("/shipments/new");
        fillInHere(lot, amount);
    }

    void fillInHere(String lot, String amount) {
        browser.find("label:has([value=tomato])").click();
        browser.find("label:has([value='" + lot + "'])").click();
        browser.find("#amount").sendKeys(amount);
        browser.find("#price").sendKeys("3.60");
        new Select(browser.find("#market")).selectByValue("yonghui");
    }

    /** Presses the button; the number of the shipment. */
    String save() {
        browser.find("[data-new] [type=submit]:not([disabled])").click();
        var _ = browser.find("[data-done]:not([hidden])");
        return browser.find("[data-number]").getText();
    }

    String log(String lot, String amount) {
        fillIn(lot, amount);
        return save();
    }

    /** Of those that wait or were refused, by what the browser holds. */
    long waiting() {
        return (long) browser.run("""
                return import('/assets/outbox-store.js').then(it => it.entries())
                  .then(all => all.filter(it => it.state !== 'sent').length)""");
    }

    void awaitNothingWaiting() {
        browser.await("""
                return import('/assets/outbox-store.js').then(it => it.entries())
                  .then(all => all.every(it => it.state === 'sent'))""");
        browser.await("return document.querySelector('#outbox-bar > a').hidden");
        // What is recorded is not yet on every page.
        browser.await("""
                return import('/assets/outbox-store.js').then(it => it.entries())
                  .then(all => fetch('/api/products?limit=1&atLeast=' + Math.max(0, ...all.map(it => it.position ?? 0))))
                  .then(it => it.ok)""");
    }

    void awaitBar(String text) {
        browser.awaitText("#outbox-bar > a:not([hidden])", text);
    }

    /** But for what Chromium writes itself where there is no network. */
    List<String> complaints() {
        return browser.complaints().stream().filter(OF_NO_NETWORK.negate()).toList();
    }

    /** But for the page that Chromium itself begins with. */
    List<String> strangers() {
        return browser.strangers().stream()
                .filter(it -> !it.startsWith("chrome"))
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        line.close();
    }
}
