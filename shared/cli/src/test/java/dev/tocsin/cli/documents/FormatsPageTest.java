package dev.tocsin.cli.documents;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.Run;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the page of formats to what the program writes; {@code -Dtocsin.refresh=true} writes it.
 *
 * <p>The comment before a block says what it shows: {@code format} alone, {@code format without
 * member ...} of a JSON document, or {@code format, N lines}. Each is of one account and control.
 */
class FormatsPageTest {

  private static final Path PAGE = ROOT.resolve("shared/docs/formats.md");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(<!-- shows (\\w+)(?: without ([\\w ]+)|, (\\d+) lines)? -->\\n```\\w*\\n).*?(^```$)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern MILLISECONDS = Pattern.compile("(?<=\" : )\\d{13}\\b");
  private static final Pattern COMMIT =
      Pattern.compile("^<property name=\"commit\".*\\n", Pattern.MULTILINE);
  private static final int WIDTH = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyBlockIsWhatTheProgramWrites() throws IOException {
    String page = Files.readString(PAGE);
    Instant start = Instant.now();
    StringBuilder fresh = new StringBuilder();
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      String text =
          cut(
              masked(
                  shortened(COMMIT.matcher(written(shown.group(2))).replaceAll(""), shown), start));
      shown.appendReplacement(
          fresh, Matcher.quoteReplacement(shown.group(1) + text + shown.group(5)));
    }
    shown.appendTail(fresh);
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE))
        .as("to write it: -Dtest=FormatsPageTest -Dtocsin.refresh=true")
        .isEqualTo(fresh.toString());
  }

  @Test
  void everyFormatHasAPart() throws IOException {
    Set<String> parts =
        Pattern.compile("^## ([a-z]+)", Pattern.MULTILINE)
            .matcher(Files.readString(PAGE))
            .results()
            .map(part -> part.group(1))
            .collect(Collectors.toSet());
    assertThat(parts)
        .isEqualTo(
            Arrays.stream(ReportFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
  }

  private static String written(String format) {
    Path account = ROOT.resolve("shared/examples/accounts/broken-links.json");
    Run run =
        Run.tocsin(
            "evaluate",
            "--snapshot",
            account.toString(),
            "--control",
            "vpc-changes",
            "--format",
            format);
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private static String shortened(String text, MatchResult shown) throws IOException {
    if (shown.group(3) != null) {
      JsonNode document = JSON.readTree(text);
      for (String member : shown.group(3).split(" ", -1)) {
        List<JsonNode> parents = document.findParents(member);
        assertThat(parents).as("`%s` in %s", member, shown.group(2)).isNotEmpty();
        parents.forEach(parent -> ((ObjectNode) parent).put(member, "…"));
      }
      return document.toPrettyString() + "\n";
    }
    if (shown.group(4) == null) {
      return text;
    }
    List<String> lines = text.lines().toList();
    int count = Integer.parseInt(shown.group(4));
    assertThat(lines).as("lines of %s", shown.group(2)).hasSizeGreaterThan(count);
    return String.join("\n", lines.subList(0, count)) + "\n…\n";
  }

  private static String cut(String text) {
    return text.lines()
        .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What differs from run to run and from release to release has a name. */
  private static String masked(String text, Instant start) {
    String withoutInstants =
        INSTANT
            .matcher(text)
            .replaceAll(
                found ->
                    Instant.parse(found.group()).isBefore(start.minusSeconds(1))
                        ? found.group()
                        : "NOW");
    return MILLISECONDS
        .matcher(withoutInstants)
        .replaceAll("NOW")
        .replace(Tool.inWords(), "VERSION")
        .replace(Tool.VERSION, "VERSION");
  }
}
