package dev.tocsin.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the decision records to one form, and their index to the records; {@code
 * -Dtocsin.refresh=true} writes the index.
 */
class DecisionsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("tocsin.root"), "shared", "docs", "decisions");
  private static final Path INDEX = FOLDER.resolve("README.md");
  private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
  private static final Pattern TITLE = Pattern.compile("# (\\d{4}): (\\S.*[^.])");
  private static final Pattern STATUS =
      Pattern.compile("^## Status\\n+(Accepted|Superseded by \\d{4})\\.", Pattern.MULTILINE);
  private static final Pattern SECTION = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
  private static final String HEADER = "| Number | Decision | Status |\n|---|---|---|\n";
  private static final String REFRESH =
      "mvn test -pl shared/cli -am -Dtest=DecisionsTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dtocsin.refresh=true";

  static List<Path> records() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !List.of("README.md", "template.md").contains(name(file)))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordHasTheFormOfTheTemplate(Path record) throws IOException {
    Matcher file = FILE.matcher(name(record));
    assertThat(file.matches())
        .as("`%s` is named `NNNN-what-was-decided.md`", name(record))
        .isTrue();
    String text = Files.readString(record);
    Matcher title = TITLE.matcher(text.lines().findFirst().orElse(""));
    assertThat(title.matches()).as("`%s` begins with `# NNNN: Title`", name(record)).isTrue();
    assertThat(title.group(1))
        .as("number in the title of `%s`", name(record))
        .isEqualTo(file.group(1));
    assertThat(sections(text))
        .as("sections of `%s`", name(record))
        .isEqualTo(sections(Files.readString(FOLDER.resolve("template.md"))));
    assertThat(STATUS.matcher(text).find())
        .as("status of `%s` begins with `Accepted.` or `Superseded by NNNN.`", name(record))
        .isTrue();
  }

  @Test
  void noTwoRecordsHaveOneNumber() throws IOException {
    assertThat(records().stream().map(record -> name(record).substring(0, 4)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theIndexIsWhatTheRecordsGive() throws IOException {
    String found = Files.readString(INDEX);
    assertThat(found).contains(HEADER, REFRESH);
    String right = found.substring(0, found.indexOf(HEADER)) + HEADER + rows();
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(INDEX, right);
    }
    assertThat(INDEX).as("add the line by hand, or all with: " + REFRESH).hasContent(right);
  }

  private static String rows() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Path record : records()) {
      String text = Files.readString(record);
      String title = text.lines().findFirst().orElse("").replaceFirst("^# \\d+: ", "");
      Matcher status = STATUS.matcher(text);
      rows.append(
          "| [%s](%s) | %s | %s |\n"
              .formatted(
                  name(record).substring(0, 4),
                  name(record),
                  title,
                  status.find() ? status.group(1).toLowerCase(Locale.ROOT) : ""));
    }
    return rows.toString();
  }

  private static List<String> sections(String text) {
    return SECTION.matcher(text).results().map(section -> section.group(1)).toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
