package dev.tocsin.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, driven through its own driver; no other is looked for on the network. */
final class Chromium implements AutoCloseable {
  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it. Skips the test where there is none, unless {@code TOCSIN_REQUIRE_BROWSER} is {@code
   * true}.
   */
  static Chromium start() {
    Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = onPath("chromedriver");
    boolean required = "true".equals(System.getenv("TOCSIN_REQUIRE_BROWSER"));
    assumeTrue(
        required || (browser.isPresent() && driver.isPresent()),
        "no chromium and chromedriver on the PATH: the page is not opened");
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow(() -> missing("chromium")).toFile());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000");
    options.setCapability("goog:loggingPrefs", console);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow(() -> missing("chromedriver")).toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  /** Opens a page, and what its console had before is forgotten. */
  ChromeDriver open(Path page) {
    console();
    driver.get(page.toUri().toString());
    return driver;
  }

  /** What the page's console has, oldest first, since it was asked last. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private static AssertionError missing(String program) {
    return new AssertionError("no " + program + " on the PATH");
  }

  private static Optional<Path> onPath(String... names) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(place -> Arrays.stream(names).map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
