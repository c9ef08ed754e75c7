package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: our script runs, nobody else's does, and it prints. */
class BrowserTest {

  @TempDir private Path folder;

  @Test
  void pageRunsItsOwnScriptAndNothingThatANameHolds() throws Exception {
    Chromium browser = new Chromium(folder);
    String names = String.join(" ", Examples.hostileNames());
    Path page = page(Examples.named(names));

    Chromium.Seen seen = browser.open(page, "--dump-dom");

    assertThat(seen.out()).contains("<title>Tocsin: 2 accounts</title>");
    assertThat(seen.out()).containsPattern("id=\"shown\"[^>]*>8 controls<");
    assertThat(seen.out()).contains("class=\"filters\" id=\"filters\" role=\"search\">");
    assertThat(seen.log()).doesNotContain("CONSOLE");
  }

  @Test
  void pageWithAnotherScriptRefusesIt() throws Exception {
    Chromium browser = new Chromium(folder);
    String html = Files.readString(page(Examples.report()));
    Path forged =
        Files.writeString(
            folder.resolve("forged.html"),
            html.replace("<footer>", "<script>document.title='PWNED'</script><footer>"));

    Chromium.Seen seen = browser.open(forged, "--dump-dom");

    assertThat(seen.out()).doesNotContain("<title>PWNED").contains("<title>Tocsin");
    assertThat(seen.log()).contains("Content Security Policy");
  }

  @Test
  void pagePrints() throws Exception {
    Path pdf = folder.resolve("report.pdf");

    new Chromium(folder).open(page(Examples.report()), "--print-to-pdf=" + pdf);

    assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    assertThat(Files.size(pdf)).isGreaterThan(20_000);
  }

  private Path page(Report report) throws Exception {
    return Files.writeString(folder.resolve("report.html"), ReportFormat.HTML.text(report));
  }
}
