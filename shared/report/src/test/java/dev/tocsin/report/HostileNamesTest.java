package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a thing of an account is called, in every format it is a name and nothing else. */
class HostileNamesTest {
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\r\\n]]");

  /** What a build server obeys, of GitHub, and of Azure Pipelines and TeamCity. */
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::[a-z-]+(\\s|::)|##\\w*\\[");

  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+@\uff1d\uff0b\uff0d\uff20-].*");
  private static final Pattern TAG = Pattern.compile("<(/?[a-z][a-z0-9-]*)");
  private static final Pattern MARKUP =
      Pattern.compile("(?<!\\\\)[*_`~\\[\\]<>|$]|(?<!\\\\)!\\[|://|@|(?i)www\\\\?\\.");
  private static final Report HARMLESS = Examples.named("-x");

  static Stream<String> names() {
    return Examples.hostileNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isANameInEveryFormat(String name) throws Exception {
    Report report = Examples.named(name);
    for (ReportFormat format : ReportFormat.values()) {
      String text = format.text(report);
      assertThat(HIDDEN.matcher(text).find()).as("hidden characters in %s", format).isFalse();
      assertThat(COMMAND.matcher(text).find()).as("a command in %s", format).isFalse();
      switch (format) {
        case TABLE -> sameLines(text, format, "(NON_)?COMPLIANT .*");
        case JSON, JSONL, SARIF, ASFF, OCSF -> json(format, text);
        case CSV -> csv(text);
        case JUNIT -> Schemas.junit(text);
        case MARKDOWN -> markdown(text);
        case HTML -> html(text);
      }
    }
  }

  private static void sameLines(String text, ReportFormat format, String like) {
    assertThat(text.lines().filter(line -> line.matches(like)).count())
        .isEqualTo(format.text(HARMLESS).lines().filter(line -> line.matches(like)).count());
  }

  private static void json(ReportFormat format, String text) throws Exception {
    List<String> documents = format == ReportFormat.JSONL ? text.lines().toList() : List.of(text);
    for (String document : documents) {
      assertThat(Examples.JSON.readTree(document)).isNotNull();
    }
    switch (format) {
      case SARIF -> assertThat(Schemas.sarif(Examples.JSON.readTree(text))).isEmpty();
      case ASFF -> assertThat(Schemas.asff(Examples.JSON.readTree(text))).isEmpty();
      case OCSF -> assertThat(Schemas.ocsf(Examples.JSON.readTree(text))).isEmpty();
      default -> assertThat(documents).hasSize(format == ReportFormat.JSONL ? 3 : 1);
    }
  }

  private static void csv(String text) {
    List<List<String>> rows = Csv.rows(text);
    assertThat(rows).hasSize(Csv.rows(ReportFormat.CSV.text(HARMLESS)).size());
    for (List<String> row : rows) {
      assertThat(row).hasSameSizeAs(rows.get(0));
      assertThat(row).noneMatch(field -> FORMULA.matcher(field).matches());
    }
  }

  private static void markdown(String text) {
    sameLines(text, ReportFormat.MARKDOWN, "#+ .*");
    sameLines(text, ReportFormat.MARKDOWN, "\\| [✅❌➖].*");
    boolean code = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (!code) {
        String own =
            line.replaceAll(
                "^\\|[-|]+$|^\\||\\|$|(?<= )\\|(?= )|\\*\\*(?:\\\\.|[^*\\\\])*+\\*\\*|^- ", "");
        assertThat(MARKUP.matcher(own).find()).as(own).isFalse();
      }
    }
    assertThat(code).isFalse();
  }

  /** The same elements in the same order, whatever the names. */
  private static void html(String text) {
    assertThat(tags(text)).isEqualTo(tags(ReportFormat.HTML.text(HARMLESS)));
  }

  private static List<String> tags(String html) {
    return TAG.matcher(html)
        .results()
        .map(tag -> tag.group(1))
        .filter(tag -> !tag.matches("/?(code|mark)"))
        .distinct()
        .sorted()
        .toList();
  }
}
