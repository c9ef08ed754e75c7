package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.print.PrintOptions;

/** The page in a real browser: our script runs, nobody else's does; it filters and it prints. */
class BrowserTest {
  private static Chromium browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private Path page(Report report) throws Exception {
    return Files.writeString(folder.resolve("report.html"), ReportFormat.HTML.text(report));
  }

  private static String shown(ChromeDriver page) {
    return page.findElement(By.id("shown")).getText();
  }

  private static long visible(ChromeDriver page, String selector) {
    return page.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .count();
  }

  @Test
  void filtersByClickAndByWord() throws Exception {
    ChromeDriver page = browser.open(page(Examples.report()));
    assertThat(shown(page)).isEqualTo("8 controls");

    page.findElement(By.cssSelector("[data-outcome=NON_COMPLIANT].choice")).click();
    long broken = page.findElements(By.cssSelector(".card[data-outcome=NON_COMPLIANT]")).size();
    assertThat(shown(page)).isEqualTo(broken + " of 8 shown");

    page.findElement(By.id("search")).sendKeys("vpc-changes");
    assertThat(shown(page)).isEqualTo("1 of 8 shown");
    assertThat(visible(page, ".card")).isEqualTo(1);

    page.findElement(By.id("search")).clear();
    page.findElement(By.id("search")).sendKeys("no control is called so");
    assertThat(shown(page)).isEqualTo("0 of 8 shown");
    assertThat(visible(page, ".card")).isZero();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void everythingIsReachedByKeyboard() throws Exception {
    ChromeDriver page = browser.open(page(Examples.report()));
    WebElement broken = page.findElement(By.cssSelector("[data-outcome=NON_COMPLIANT].choice"));
    int steps = 0;
    while (!page.switchTo().activeElement().equals(broken)) {
      page.switchTo().activeElement().sendKeys(Keys.TAB);
      assertThat(++steps).as("steps to the filter").isLessThan(100);
    }
    broken.sendKeys(Keys.ENTER);
    assertThat(broken.getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(shown(page)).contains(" of 8 shown");

    WebElement account =
        page.findElement(By.cssSelector("details.account:not([hidden]) > summary"));
    WebElement details = page.findElement(By.cssSelector("details.account:not([hidden])"));
    String before = details.getDomAttribute("open");
    account.sendKeys(Keys.ENTER);
    assertThat(details.getDomAttribute("open")).isNotEqualTo(before);
  }

  @Test
  void fitsAPhone() throws Exception {
    ChromeDriver page = browser.open(page(Examples.report()));
    Dimension desktop = page.manage().window().getSize();
    page.manage().window().setSize(new Dimension(500, 900));
    Object tooWide =
        page.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    page.manage().window().setSize(desktop);
    assertThat(tooWide).isEqualTo(false);
  }

  @Test
  void runsNothingThatANameHolds() throws Exception {
    String names = String.join(" ", Examples.hostileNames());
    ChromeDriver page = browser.open(page(Examples.named(names)));

    assertThat(page.getTitle()).isEqualTo("Tocsin: 2 accounts");
    assertThat(shown(page)).isEqualTo("8 controls");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void refusesAnotherScript() throws Exception {
    String html = Files.readString(page(Examples.report()));
    Path forged =
        Files.writeString(
            folder.resolve("forged.html"),
            html.replace("<footer>", "<script>document.title='PWNED'</script><footer>"));

    assertThat(browser.open(forged).getTitle()).startsWith("Tocsin");

    List<String> console = browser.console();
    assertThat(console).hasSize(1);
    assertThat(console.get(0)).contains("Content Security Policy");
  }

  @Test
  void prints() throws Exception {
    ChromeDriver page = browser.open(page(Examples.report()));

    byte[] pdf = Base64.getDecoder().decode(page.print(new PrintOptions()).getContent());

    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-");
    assertThat(pdf).hasSizeGreaterThan(20_000);
    // As on a wide screen: on paper the phone's layout needs three times as many pages.
    assertThat(text.split("/Type /Page\\b", -1).length - 1).isBetween(5, 24);
  }

  @Test
  void ofManyAccountsOnlyWhatIsNotCompliantIsPrintedWhole() throws Exception {
    ChromeDriver page = browser.open(page(Examples.many()));
    String compliant = "details.card[data-outcome=COMPLIANT]";
    String other = "details.card:not([data-outcome=COMPLIANT])";

    page.executeScript("window.dispatchEvent(new Event('beforeprint'))");

    assertThat(page.findElements(By.cssSelector(compliant))).isNotEmpty();
    assertThat(page.findElements(By.cssSelector(compliant + "[open]"))).isEmpty();
    assertThat(page.findElements(By.cssSelector(other))).isNotEmpty();
    assertThat(page.findElements(By.cssSelector(other + ":not([open])"))).isEmpty();
    assertThat(page.findElements(By.cssSelector(".card details[open]"))).isEmpty();
  }
}
