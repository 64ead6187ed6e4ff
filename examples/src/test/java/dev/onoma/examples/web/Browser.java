package dev.onoma.examples.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A fresh browser; the calling test is skipped where Chromium or its driver is not installed. */
    static Browser open() {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "skipped: this test drives a real browser, and chromium or chromedriver is not on the PATH");
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.setCapability("goog:loggingPrefs", logging);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1100,900");
        // Named outright, so that nothing is looked for or downloaded.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(File.pathSeparator, -1)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void go(Object address) {
        driver.get(address.toString());
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** All that a person can read on the page. */
    String text() {
        return String.valueOf(driver.findElement(By.tagName("body")).getText());
    }

    String text(String selector) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getText());
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> String.valueOf(element.getText()))
                .toList();
    }

    boolean shows(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** Presses the button or follows the link of these words, and waits for the page that comes of it. */
    void press(String words) {
        WebElement element = driver.findElement(
                By.xpath("//*[self::button or self::a][contains(normalize-space(.), \"" + words + "\")]"));
        toAnotherPage(element::click);
    }

    /** Presses the button or follows the link of exactly these words, and waits for the page that comes of it. */
    void pressExactly(String words) {
        WebElement element =
                driver.findElement(By.xpath("//*[self::button or self::a][normalize-space(.)=\"" + words + "\"]"));
        toAnotherPage(element::click);
    }

    /** Loads a page, again and again, until it shows something. */
    void goUntil(Object address, String selector) {
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(now -> {
            now.get(address.toString());
            return !now.findElements(By.cssSelector(selector)).isEmpty();
        });
    }

    /** The attribute of a field; empty text where it has none. */
    String attribute(String label, String name) {
        String value = driver.findElement(field(label)).getDomAttribute(name);
        return value == null ? "" : value;
    }

    /** Chooses a radio button. */
    void choose(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Writes into the field of that label. */
    void fill(String label, String text) {
        WebElement field = driver.findElement(field(label));
        field.clear();
        field.sendKeys(text);
    }

    /** Sends the form of the field of that label off, and waits for the page that comes of it. */
    void save(String label) {
        WebElement field = driver.findElement(field(label));
        toAnotherPage(field::submit);
    }

    private static By field(String label) {
        return By.xpath("//label[contains(normalize-space(.), \"" + label + "\")]//input");
    }

    /** While one page takes the other's place, the driver may know the elements of neither. */
    private void toAnotherPage(Runnable step) {
        By root = By.tagName("html");
        WebElement left = driver.findElement(root);
        step.run();
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .ignoring(WebDriverException.class)
                .until(now -> !now.findElement(root).equals(left));
    }

    /** Opens all that can be unfolded. */
    void unfold() {
        driver.executeScript("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    /** Whether every picture of the page was loaded. */
    boolean picturesLoaded() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return [...document.images].every(image => image.complete && image.naturalWidth > 0)"));
    }

    /** How much wider the page is than the window, in pixels. */
    long overflow() {
        return ((Number) driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /** How many parts of cards stick out of them, but for text that is scrolled. */
    long stickingOut() {
        return ((Number) driver.executeScript("""
                        return [...document.querySelectorAll('.card :not(pre)')].filter(part =>
                            part.getBoundingClientRect().right > part.closest('.card').getBoundingClientRect().right - 8)
                            .length""")).longValue();
    }

    /** Takes the browser as it is when it is new: no cookies, a wide window, in the light; nothing complained of. */
    void reset() {
        driver.manage().deleteAllCookies();
        width(1100, 900);
        dark(false);
        complaints();
    }

    /** What the browser complained of: refused styles, pictures and forms among them; each is told once. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void width(int pixels, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", height, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A picture of the whole page, for people to look at: {@code target/screenshots}. */
    void screenshot(String name) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
