package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.HostileNames;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import dev.tocsin.drill.DrillPlan;
import dev.tocsin.drill.DrillReport;
import dev.tocsin.drill.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the things of an account and of its records are called, in every output of the command
 * line a name is a name: it forges no line, moves no cursor, runs no command, begins no formula.
 * The names are those of {@code shared/examples/hostile-names.json}, all in one account.
 */
class HostileNamesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root"), "shared/examples");
  private static final Set<String> NAMED =
      Set.of("Name", "filterName", "AlarmName", "MetricName", "metricName", "Endpoint");
  private static final Pattern FORMULA =
      Pattern.compile("\\s*[=+@\uff1d\uff0b\uff0d\uff20-](?![0-9.]+$).*", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("(\"(?:[^\"]|\"\")*+\"|[^\",]*+)(,(\"(?:[^\"]|\"\")*+\"|[^\",]*+))*+");
  private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|([^\",]++)");
  private static final Pattern TAG = Pattern.compile("<(/?[a-z][a-z0-9-]*)");
  private static final Pattern ACCOUNT = Pattern.compile("# account ([0-9]{12})");
  private static final String HARMLESS = "harmless";

  /** A few names each; what dozens of tests mean takes as long to decide as they do alone. */
  private static final int LONGEST_PATTERN = 300;

  private static final int SHORT = 150;

  @TempDir private static Path folder;

  static List<String> names() throws IOException {
    return HostileNames.all();
  }

  /** The same accounts and records twice: under these names, and under none that harms. */
  @BeforeAll
  static void write() throws IOException {
    List<String> names = names();
    write("hostile", name -> name + names.get(Math.floorMod(name.hashCode(), names.size())), names);
    write(HARMLESS, name -> name + "-x", names.stream().map(name -> "x").toList());
  }

  private static void write(String kind, UnaryOperator<String> rename, List<String> values)
      throws IOException {
    Path to = Files.createDirectory(folder.resolve(kind));
    for (String account : List.of("good", "broken-links")) {
      String text = Files.readString(EXAMPLES.resolve("accounts/" + account + ".json"));
      JsonNode tree = Json.read(text, account);
      rename(tree, rename);
      Files.writeString(to.resolve(account + ".json"), Visible.of(tree.toString()));
      Run json = tocsin(kind, "evaluate --snapshot %s.json --format json".formatted(account));
      ObjectNode verdicts = (ObjectNode) Json.read(json.out(), account);
      Files.writeString(
          to.resolve(account + "-verdicts.json"),
          Visible.of(verdicts.put("account", "111122223333").toString()));
    }
    StringBuilder records = new StringBuilder();
    for (String value : values) {
      records.append(Visible.of(record(value).toString())).append('\n');
    }
    Files.writeString(to.resolve("records.jsonl"), records);
  }

  private static ObjectNode record(String value) {
    ObjectNode record = (ObjectNode) Json.read(RECORD, "record");
    record.put("eventName", "DeleteTrail" + value).put("eventID", value).put("userAgent", value);
    ((ObjectNode) record.path("userIdentity")).put("userName", value).put("arn", value);
    return record;
  }

  private static final String RECORD =
      """
      {"eventVersion": "1.11", "eventTime": "2026-11-20T10:00:00Z", "eventSource": "cloudtrail.amazonaws.com",
       "awsRegion": "eu-west-1", "sourceIPAddress": "192.0.2.1", "readOnly": false, "eventType": "AwsApiCall",
       "managementEvent": true, "eventCategory": "Management", "recipientAccountId": "123456789012",
       "userIdentity": {"type": "Root", "principalId": "1", "accountId": "123456789012"}}""";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain    | evaluate --snapshot broken-links.json",
        "plain    | evaluate --snapshot good.json --verbose",
        "plain    | evaluate --snapshot broken-links.json --verbose",
        "json     | evaluate --snapshot broken-links.json --format json",
        "jsonl    | evaluate --snapshot broken-links.json --format jsonl",
        "csv      | evaluate --snapshot broken-links.json --format csv",
        "xml      | evaluate --snapshot broken-links.json --format junit",
        "json     | evaluate --snapshot broken-links.json --format sarif",
        "json     | evaluate --snapshot broken-links.json --format asff",
        "json     | evaluate --snapshot broken-links.json --format ocsf",
        "markdown | evaluate --snapshot broken-links.json --format markdown",
        "html     | evaluate --snapshot broken-links.json --format html",
        "plain    | evaluate --snapshot broken-links.json --since good-verdicts.json",
        "plain    | remediate --plan --snapshot broken-links.json --notification-email a@example.com",
        "json     | remediate --plan --snapshot broken-links.json --format json",
        "plain    | diff good-verdicts.json broken-links-verdicts.json --records records.jsonl",
        "json     | diff good-verdicts.json broken-links-verdicts.json --format json",
        "plain    | match --pattern {$.userAgent=*} --events records.jsonl --format table",
        "jsonl    | match --pattern {$.userAgent=*} --events records.jsonl --format json",
        "plain    | backtest records.jsonl --snapshot broken-links.json",
        "plain    | backtest records.jsonl --snapshot good.json",
        "json     | backtest records.jsonl --snapshot broken-links.json --format json",
        "csv      | backtest records.jsonl --snapshot broken-links.json --format csv",
        "html     | backtest records.jsonl --snapshot broken-links.json --format html",
      })
  void aNameIsAName(String kind, String command) throws Exception {
    Run run = tocsin("hostile", command);

    assertThat(run.exitCode()).as(run.err()).isLessThan(2);
    assertThat(run.err()).doesNotContainPattern(HostileNames.HIDDEN);
    // RFC 4180 ends rows with both.
    String out = kind.equals("csv") ? run.out().replace("\r\n", "\n") : run.out();
    assertThat(out)
        .isNotBlank()
        .doesNotContainPattern(HostileNames.HIDDEN)
        .doesNotContainPattern(HostileNames.COMMAND);
    switch (kind) {
      case "plain" -> sameLines(out, command, "(NON_)?COMPLIANT .*|[#+(].*");
      case "markdown" -> sameLines(out, command, "#+ .*|\\| [✅❌➖].*");
      case "json" -> Json.read(out, command);
      case "jsonl" -> out.lines().forEach(line -> Json.read(line, command));
      case "csv" -> csv(out);
      case "html" -> assertThat(tags(out)).isEqualTo(tags(tocsin(HARMLESS, command).out()));
      case "xml" ->
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8)));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  @Test
  void annotationsAreOneLineThatFits() {
    for (String account : List.of("good", "broken-links")) {
      Run run = tocsin("hostile", "evaluate --snapshot %s.json --format json".formatted(account));
      assertThat(Json.read(run.out(), account).findValuesAsText("annotation"))
          .isNotEmpty()
          .allSatisfy(
              annotation -> {
                assertThat(annotation.length()).isBetween(1, 256);
                assertThat(annotation)
                    .doesNotContainPattern(HostileNames.HIDDEN)
                    .doesNotContain("\n");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aTextInAPatternIsAText(String pattern) {
    for (String[] command :
        new String[][] {
          {"explain", "--control", "root-account-usage", "--pattern", pattern},
          {"explain", "--control", "root-account-usage", "--pattern", pattern, "--format", "table"},
          {"check", "--control", "root-account-usage", "--pattern", pattern},
          {"check", "--control", "root-account-usage", "--pattern", pattern, "--format", "table"},
          {"covers", "--required", pattern, "--deployed", pattern}
        }) {
      saysNothingElse(command);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTextForAPatternIsAText(String name) {
    String records = folder.resolve("hostile/records.jsonl").toString();
    saysNothingElse("covers", "--required", "{ $.a = b }", "--deployed", name);
    saysNothingElse("match", "--pattern", name, "--events", records);
  }

  /** Patterns with some names each, and with one that ends the text it stands in. */
  static List<String> patterns() throws IOException {
    List<String> patterns = new ArrayList<>();
    String start = "{ $.userIdentity.type = Root";
    StringBuilder several = new StringBuilder(start);
    for (String name : names()) {
      String test = " && $.userAgent != \"" + name + "\"";
      if (name.contains("\"") || name.contains("\\") || name.length() > SHORT) {
        patterns.add(start + test + " }");
        continue;
      }
      if (several.length() + test.length() > LONGEST_PATTERN) {
        patterns.add(several + " }");
        several = new StringBuilder(start);
      }
      several.append(test);
    }
    patterns.add(several + " }");
    return patterns;
  }

  private static void saysNothingElse(String... command) {
    Run run = Run.tocsin(command);
    assertThat(run.out() + run.err())
        .as(command[0])
        .isNotBlank()
        .doesNotContainPattern(HostileNames.HIDDEN)
        .doesNotContainPattern(HostileNames.COMMAND)
        .doesNotContainIgnoringCase("defect of tocsin");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aDrillTellsOfThings(String name) {
    Step step = new Step(Link.ALARM, name, Step.Outcome.BROKEN, Optional.of(Duration.ZERO), name);
    DrillPlan plan =
        new DrillPlan(
            "123456789012",
            "eu-west-1",
            "root-account-usage",
            DrillPlan.Way.RECORD,
            name,
            record(name),
            List.of(step),
            List.of(),
            List.of(),
            List.of(name),
            List.of(),
            List.of(),
            List.of(name));
    DrillReport report = new DrillReport(plan, List.of(step), List.of(name), Optional.empty());

    for (String text :
        List.of(DrillText.plan(plan), DrillText.step(step), DrillText.result(report))) {
      assertThat(text)
          .doesNotContainPattern(HostileNames.HIDDEN)
          .doesNotContainPattern(HostileNames.COMMAND);
    }
    assertThat(DrillText.step(step)).doesNotContain("\n");
    assertThat(DrillText.result(report).lines()).hasSize(3);
  }

  /** Runs the plan with an {@code aws} that knows the account and does nothing. */
  @ParameterizedTest
  @CsvSource({"good", "broken-links"})
  void pastingAPlanRunsNothingElse(String given) throws Exception {
    String plan =
        tocsin(
                "hostile",
                "remediate --plan --snapshot %s.json --notification-email a@example.com"
                    .formatted(given))
            .out();
    Matcher account = ACCOUNT.matcher(plan);
    String who = account.find() ? "echo " + account.group(1) : "true";
    Path place = Files.createTempDirectory(folder, "shell");
    Path aws =
        Files.writeString(place.resolve("aws"), "#!/bin/sh\n[ \"$1\" != sts ] || " + who + "\n");
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    Path script = Files.writeString(place.resolve("plan.sh"), plan);
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString()).directory(place.toFile());
    shell.environment().merge("PATH", place.toString(), (old, own) -> own + ":" + old);
    Process process = shell.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEmpty();
    assertThat(place.resolve("PWNED")).doesNotExist();
  }

  private static void sameLines(String out, String command, String like) {
    String harmless = tocsin(HARMLESS, command).out();
    assertThat(out.lines().filter(line -> line.matches(like)).count())
        .isEqualTo(harmless.lines().filter(line -> line.matches(like)).count());
  }

  private static void csv(String out) {
    for (String line : out.lines().toList()) {
      assertThat(line).matches(ROW);
      Matcher field = FIELD.matcher(line);
      while (field.find()) {
        String cell = field.group(1) == null ? field.group(2) : field.group(1);
        assertThat(cell).doesNotMatch(FORMULA);
      }
    }
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

  private static Run tocsin(String kind, String command) {
    return Run.tocsin(
        Stream.of(command.split(" "))
            .map(
                word ->
                    word.matches(".+\\.jsonl?") ? folder.resolve(kind).resolve(word) + "" : word)
            .toArray(String[]::new));
  }

  private static void rename(JsonNode node, UnaryOperator<String> rename) {
    // A trail of another name than its ARN's is no trail.
    if (node instanceof ObjectNode object && !object.has("TrailARN")) {
      for (String key : NAMED) {
        if (object.path(key).isTextual()) {
          object.put(key, rename.apply(object.path(key).textValue()));
        }
      }
    }
    if (node instanceof ArrayNode || node instanceof ObjectNode) {
      node.forEach(child -> rename(child, rename));
    }
  }
}
