package linxi.allinone.browser;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window; what it complains of and whom it asks is kept. */
public final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(3);
    private static final Pattern LENGTH = Pattern.compile("\"Network.loadingFinished\".*?\"encodedDataLength\":(\\d+)");

    private final ChromeDriver driver;
    private final String url;

    private Chromium(ChromeDriver driver, String url) {
        this.driver = driver;
        this.url = url;
    }

    /** Whether this machine has one; where it has none the reason is printed. */
    public static boolean isHere() {
        boolean here = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
        if (!here) {
            System.out.println("browser tests are skipped: there is no " + BROWSER + " with " + DRIVER
                    + " (apt-get install chromium chromium-driver fonts-noto-cjk)");
        }
        return here;
    }

    /** @param language what the browser asks for, such as {@code zh-CN} */
    public static Chromium open(String url, String language, int width, int height) {
        return open(url, language, width, height, List.of());
    }

    /** With what the browser kept when it was last closed. */
    static Chromium open(String url, String language, int width, int height, Path profile) {
        return open(url, language, width, height, List.of("--user-data-dir=" + profile.toAbsolutePath()));
    }

    /** @param more arguments of the browser, such as for a camera that shows a file */
    static Chromium open(String url, String language, int width, int height, List<String> more) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=" + language,
                "--window-size=" + width + "," + height);
        options.addArguments(more);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        var driver = new ChromeDriver(service, options);
        var _ = driver.manage().timeouts().scriptTimeout(LONGEST_SCRIPT);
        return new Chromium(driver, url);
    }

    public void go(String path) {
        driver.get(url + path);
    }

    String path() {
        return driver.getCurrentUrl().substring(url.length());
    }

    /** Waits until it is there. */
    public WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE).until(it -> it.findElement(By.cssSelector(css)));
    }

    /** Waits until it is there; what goes by the outbox may be there only on the next page. */
    WebElement findReloading(String css) {
        for (int tries = 1; all(css).isEmpty() && tries < 5; tries++) {
            try {
                return new WebDriverWait(driver, Duration.ofSeconds(5))
                        .until(it -> it.findElement(By.cssSelector(css)));
            } catch (TimeoutException notYet) {
                driver.navigate().refresh();
            }
        }
        return find(css);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void awaitPath(String path) {
        var _ = new WebDriverWait(driver, PATIENCE).until(_ -> path().equals(path));
    }

    /** Waits until it says that, whatever kind of space is in it. */
    void awaitText(String css, String text) {
        var _ = new WebDriverWait(driver, PATIENCE)
                .until(_ -> find(css).getText().replace('\u00a0', ' ').equals(text));
    }

    /** Waits until it is there, and reads it at once: a page may put another one in its place. */
    String textOf(String css) {
        var _ = find(css);
        return (String) requireNonNull(run("return document.querySelector(`" + css + "`).innerText"));
    }

    String text() {
        try {
            return find("body").getText();
        } catch (StaleElementReferenceException loadedAnew) {
            return find("body").getText();
        }
    }

    /** Waits until the script returns true. */
    public void await(String script) {
        var _ = new WebDriverWait(driver, PATIENCE).until(_ -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /** As if the session were over. */
    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    /** Runs it before any script of each page from now on. */
    void beforeEveryPage(String script) {
        var _ = driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Another tab, which is then the one that is driven. */
    void openTab() {
        var _ = driver.switchTo().newWindow(WindowType.TAB);
    }

    /** The tabs in the order of their opening. */
    void toTab(int index) {
        var _ = driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(index));
    }

    public Object run(String script) {
        return driver.executeScript(script);
    }

    void resize(int width, int height) {
        // A window is never narrower than 500 px; a page may be.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
        driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
    }

    /** What is behind an address, asked with the session of the page. */
    byte[] fetched(String address) {
        var file = (String) requireNonNull(run("""
                return fetch('%s').then(it => it.ok ? it.blob() : Promise.reject(new Error(it.url + ': ' + it.status)))
                  .then(it => new Promise(done => {
                    const reader = new FileReader();
                    reader.onload = () => done(reader.result);
                    reader.readAsDataURL(it);
                  }))""".formatted(address)));
        return Base64.getDecoder().decode(file.substring(file.indexOf(',') + 1));
    }

    /** What the server has answered when the page was asked for. */
    long status() {
        return (long) requireNonNull(run("return performance.getEntriesByType('navigation')[0].responseStatus"));
    }

    /** Gives a command as a program would, with the session of the browser; waits until pages show it. */
    void command(String path, String json) {
        var _ = run("""
                return import('/assets/frame.js')
                  .then(it => it.send('%s', %s, {'Idempotency-Key': crypto.randomUUID()}))
                  .then(it => fetch('/api/products?atLeast=' + it.position))
                  .then(it => it.status)""".formatted(path, json));
    }

    /** Until the page is loaded anew: commands are carried out, but no answer comes. */
    void loseAnswers() {
        var _ = run("""
                const real = window.fetch;
                window.fetch = async (path, more) => {
                  const answer = await real(path, more);
                  if (more?.method === 'POST') {
                    throw new TypeError('dropped');
                  }
                  return answer;
                }""");
    }

    /** What is wider than the page, too small for a finger, or squeezed until its text sticks out or stands on end. */
    List<?> misfits() {
        await("return [...document.querySelectorAll('link[rel=stylesheet]')].every(it => it.sheet)");
        return (List<?>) requireNonNull(run("""
                const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
                const small = [...document.querySelectorAll('a, button, select, summary, .choice, .tick, input')]
                  .filter(it => it.offsetParent && !it.matches('.skip, .unseen, [type=hidden], [type=radio], [type=checkbox]'))
                  .filter(it => it.getBoundingClientRect().height < 44 || it.getBoundingClientRect().width < 44);
                const right = document.documentElement.clientWidth;
                const beyond = wide <= 0 ? [] : [...document.querySelectorAll('main *')]
                  .filter(it => it.getBoundingClientRect().right > right + 1 && !it.closest('.scroll, nav'))
                  .slice(-3);
                const squeezed = [...document.querySelectorAll('nav a, h1, h2, button, .button, .chip')]
                  .filter(it => it.offsetParent && it.clientWidth > 0 && !it.matches('.unseen')
                    && (it.scrollWidth > it.clientWidth + 1 || it.matches('h1, h2') && it.offsetHeight > 180));
                return [...(wide > 0 ? [wide + ' px too wide'] : []),
                  ...[...beyond, ...small, ...squeezed].map(it => it.outerHTML)];"""));
    }

    WebElement active() {
        return driver.switchTo().activeElement();
    }

    byte[] picture() {
        return driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
    }

    /** Since the last look. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Bytes that came over the network since the last look, as they were sent. */
    long transferred() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> LENGTH.matcher(entry.getMessage()))
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** From now on as whoever comes for the first time: no file that was kept is used again. */
    void keepNothing() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        driver.executeCdpCommand("Network.setBypassServiceWorker", Map.of("bypass", true));
    }

    /** What a page is told of its reader, such as {@code prefers-color-scheme}. */
    void prefer(String feature, String value) {
        var _ = driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Addresses that were asked since the last look, those of the page's own origin left out. */
    List<String> strangers() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(Chromium::address)
                .filter(address -> !address.startsWith(url) && !address.startsWith("data:"))
                .toList();
    }

    private static String address(String message) {
        var begin = message.indexOf("\"request\":");
        var at = message.indexOf("\"url\":\"", begin) + "\"url\":\"".length();
        return message.substring(at, message.indexOf('"', at));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
