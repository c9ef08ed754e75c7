package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.documents.Pages;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.drill.Pace;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command on the emulator, and the page that shows it. */
@WithEmulator
class DrillCommandTest {
  private static final String REGION = "us-east-1";
  private static final String CONTROL = "cloudtrail-configuration-changes";
  private static final Path PAGE = Pages.ROOT.resolve("shared/docs/drill.md");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?<=^\\$ tocsin drill [^\\n]{0,200}\\n)(.*?)(?=^```$)",
          Pattern.MULTILINE | Pattern.DOTALL);

  private AwsEmulator aws;
  private Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(9);

  @BeforeEach
  void chainThatHolds(AwsEmulator emulator) {
    aws = emulator;
    aws.setClock(now);
    MadeUpCredentials.use();
    new MonitoredAccount(aws, REGION)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter(
            CONTROL,
            "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName ="
                + " DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }")
        .putMetricAlarm(CONTROL, "alerts");
  }

  @Test
  void pageShowsWhatTheCommandPrints() throws IOException {
    String whole = run(0, "--yes");
    aws.reset();
    chainThatHolds(aws);
    aws.callSns(
        REGION,
        "SetTopicAttributes",
        Map.of(
            "TopicArn",
            "arn:aws:sns:us-east-1:123456789012:alerts",
            "AttributeName",
            "KmsMasterKeyId",
            "AttributeValue",
            "alias/aws/sns"));
    String broken = run(1, "--yes");

    String page = Files.readString(PAGE);
    Matcher shown = SHOWN.matcher(page);
    List<String> printed = List.of(whole, broken);
    int[] next = {0};
    String fresh =
        shown.replaceAll(match -> Matcher.quoteReplacement(masked(printed.get(next[0]++))));
    assertThat(next[0]).as("blocks of %s", PAGE).isEqualTo(2);
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE)).as("stale: run with -Dtocsin.refresh=true").isEqualTo(fresh);
  }

  @Test
  void jsonHasEveryStep() {
    JsonNode json = Json.read(run(0, "--yes", "--format", "json"), "the output");

    assertThat(json.path("toldAfterSeconds").asInt()).isPositive();
    assertThat(json.path("broken").isNull()).isTrue();
    assertThat(json.path("steps")).hasSize(7);
    assertThat(json.at("/record/eventID").asText()).startsWith("tocsin-drill-");
  }

  @Test
  void withoutAYesNothingIsWritten() {
    String out = run(1);

    assertThat(out).contains("will write record").doesNotContain("wrote");
    assertThat(aws.requests()).noneMatch(call -> call.operation().equals("PutLogEvents"));
  }

  private String run(int exitCode, String... more) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            true,
            false);
    CommandLine command = new CommandLine(new DrillCommand(terminal, new Played()));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    String[] options = {
      "--control", CONTROL, "--region", REGION, "--endpoint-url", aws.endpoint().toString()
    };
    String[] all =
        java.util.stream.Stream.of(options, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new);
    assertThat(command.execute(all)).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(exitCode);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String masked(String output) {
    return output.replaceAll("(?<=tocsin-drill-)[0-9a-f-]{36}", "7f0c…").stripTrailing() + "\n";
  }

  /** Time that goes by when the drill waits. */
  private final class Played implements Pace {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Duration betweenLooks() {
      return Duration.ofSeconds(10);
    }

    @Override
    public void pause(Duration length) {
      now = now.plus(length);
      aws.setClock(now);
    }
  }
}
