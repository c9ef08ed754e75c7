package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tocsin check}, line of the contract by line. */
class CheckCommandTest {
  private static final String STOP = "\"pattern\": \"{ $.eventName = StopLogging }\"";
  private static final String CONTROL = "\"control\": \"cloudtrail-configuration-changes\"";

  @TempDir private Path folder;

  @Test
  void linesCarryTheCorrectionThatExplainPrints() throws IOException {
    Run explained =
        Run.tocsin(
            "explain",
            "--control",
            "cloudtrail-configuration-changes",
            "--pattern",
            "{ $.eventName = StopLogging }");
    String corrected = Json.read(explained.out(), "explanation").path("corrected").asText();

    List<JsonNode> answers =
        check(
            "{\"id\": 1, " + CONTROL + ", " + STOP + "}",
            "{\"id\": 2, "
                + CONTROL
                + ", \"pattern\": "
                + Json.strings(List.of(corrected)).get(0)
                + "}",
            "{\"id\": 3, " + CONTROL + ", \"pattern\": \"{ $.a = }\"}");

    assertThat(answers)
        .extracting(answer -> answer.path("outcome").asText())
        .containsExactly("MISSED", "COVERED", "INVALID");
    assertThat(answers.get(0).path("corrected").asText()).isEqualTo(corrected).isNotEmpty();
    assertThat(answers.get(1).path("corrected").isNull()).isTrue();
    assertThat(answers.get(2).path("corrected").isNull()).isTrue();
  }

  @Test
  void textThatAGuidePrintsIsAnsweredWithWhyItCannotWork() throws IOException {
    List<JsonNode> answers =
        check(
            "{\"id\": 1, \"control\": \"lambda-function-code-changes\", \"pattern\":"
                + " \"{$.eventName=UpdateFunctionCode}\"}",
            "{\"id\": 2, \"control\": \"lambda-function-code-changes\", \"pattern\":"
                + " \"{ $.eventName = UpdateFunctionCode* }\"}",
            "{\"id\": 3, \"control\": \"config-rule-noncompliance\", \"pattern\":"
                + " \"{ $.source = aws.config }\"}");

    assertThat(answers.get(0).path("defects").path(0).asText()).contains("UpdateFunctionCode2015");
    assertThat(answers.get(1).path("defects")).isEmpty();
    assertThat(answers.get(2).path("outcome").asText()).isEqualTo("INVALID");
    assertThat(answers.get(2).path("reason").asText()).contains("EventBridge only");
  }

  @Test
  void exemptionOfALineGoesBeforeTheOptionAndABlankOneIsNone() throws IOException {
    String all = "\"patterns\": [\"{ $.eventName = StopLogging }\"]";
    String rest = "{ $.eventName != StopLogging }";
    Path file =
        Files.write(
            folder.resolve("patterns.jsonl"),
            List.of(
                "{\"id\": 1, " + all + "}",
                "{\"id\": 2, " + all + ", \"exempt\": \" \"}",
                "{\"id\": 3, " + all + ", \"exempt\": null}",
                "{\"id\": 4, " + all + ", \"exempt\": \"{ $.eventName = DeleteTrail }\"}"));
    Run run =
        Run.tocsin(
            "check",
            "--control",
            "cloudtrail-configuration-changes",
            "--exempt",
            rest,
            "--patterns",
            file.toString());

    assertThat(run.out().lines().map(line -> Json.read(line, "answer").path("outcome").asText()))
        .containsExactly("COVERED", "COVERED", "COVERED", "MISSED");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"id": 7, CONTROL, "pattern": null}                         | 7 | expected a pattern or an array of patterns in `pattern`, found `null`
          {"id": 7, CONTROL}                                          | 7 | expected a pattern or an array of patterns in `pattern`, found nothing
          {"id": 7, "control": 1, STOP}                               | 7 | expected a text in `control`, found `1`
          {"id": 7, CONTROL, STOP, "exempt": "{ $.a = }"}             | 7 | `exempt`: `{ $.a = }` at offset
          {"id": 7, CONTROL, STOP, "exempt": {"a": 1}}                | 7 | `exempt`: expected text, found
          {"id": 7, CONTROL, STOP, "exempt": [1]}                     | 7 | `exempt`: exemption 1: expected a filter pattern or an object, found `1`
          {"id": 7, CONTROL, STOP, "exempt": [{"name": "x"}]}         | 7 | `exempt`: exemption 1 `x`: expected a filter pattern in `pattern`, found nothing
          {"id": 7, CONTROL, STOP, "exempt": "{ $.eventName = * }"}   | 7 | which exempts them all
          {"id": 7, CONTROL, STOP, "eventPattern": 1}                 | 7 | expected an event pattern or an array of event patterns in `eventPattern`, found `1`
          {"id": 7, CONTROL, STOP, "eventPattern": null}              | 7 | expected an event pattern or an array of event patterns in `eventPattern`, found `null`
          {"id": 7, CONTROL, "pattern": null, "eventPattern": {}}     | 7 | expected a pattern or an array of patterns in `pattern`, found `null`
          {"id": 7, CONTROL, STOP, "eventState": "DISABLED"}          | 7 | expected `ENABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` in `eventState`, found `"DISABLED"`
          {"id": 7, CONTROL, STOP, "eventState": null}                | 7 | in `eventState`, found `null`
          null                                                        | 2 | expected a text in `control`, found nothing
          {"id": 7                                                    | 2 | not JSON
          """)
  void badLineIsAnsweredInItsPlaceAndTheOthersGoOn(String line, int id, String error)
      throws IOException {
    String good = "{\"id\": \"good\", " + CONTROL + ", " + STOP + "}";
    List<JsonNode> answers =
        check(good, line.replace("CONTROL", CONTROL).replace("STOP", STOP), good);

    assertThat(answers).hasSize(3);
    assertThat(answers.get(1).fieldNames()).toIterable().containsExactly("id", "error");
    assertThat(answers.get(1).path("id").asInt()).isEqualTo(id);
    assertThat(answers.get(1).path("error").asText()).contains(error);
    assertThat(answers.get(0)).isEqualTo(answers.get(2));
    assertThat(answers.get(0).path("outcome").asText()).isEqualTo("MISSED");
  }

  /** Whoever pastes a rule's pattern is led to the option that takes it, by either command. */
  @Test
  void eventPatternInPlaceOfAFilterIsLedToItsOption() {
    for (String command : List.of("check", "explain")) {
      Run run =
          Run.tocsin(
              command,
              "--control",
              "security-group-changes",
              "--format",
              "table",
              "--pattern",
              "{\"source\":[\"aws.ec2\"]}");
      assertThat(run.out() + run.err())
          .contains("this is an EventBridge event pattern")
          .contains("give it by `--event-pattern`");
    }
  }

  @Test
  void requirementThatNoEventMeetsIsSaidAndIsNotCovered() {
    Run exempt =
        Run.tocsin(
            "check",
            "--control",
            "vpc-changes",
            "--exempt",
            "{ $.eventName = * }",
            "--pattern",
            "{ $.eventName = Zz }");
    Run contradiction =
        Run.tocsin("covers", "--required", "{ $.a = 1 && $.a = 2 }", "--deployed", "{ $.a = Zz* }");
    Run account =
        Run.tocsin(
            "evaluate",
            "--snapshot",
            Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json")
                .toString(),
            "--control",
            "vpc-changes",
            "--exempt",
            "{ $.eventName = * }");

    assertThat(List.of(exempt, contradiction, account))
        .allSatisfy(
            run -> {
              assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(run.out()).isEmpty();
              assertThat(run.err().lines()).hasSize(1);
            });
    assertThat(exempt.err())
        .contains("`--exempt`", "`vpc-changes`", "`{ $.eventName = * }`, which exempts them all");
    assertThat(contradiction.err()).contains("`{ $.a = 1 && $.a = 2 }`");
    assertThat(account.err()).contains("`--exempt`", "`vpc-changes`", "`{ $.eventName = * }`");
  }

  @Test
  void blankExemptionIsNone() {
    String[] common = {"--control", "security-group-changes", "--pattern", "{ $.eventName = Zz }"};
    for (String blank : List.of("", " ")) {
      Run run = Run.tocsin("check", common[0], common[1], common[2], common[3], "--exempt", blank);
      assertThat(Json.read(run.out(), run.err()).path("outcome").asText()).isEqualTo("MISSED");
    }
  }

  private List<JsonNode> check(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("patterns.jsonl"), List.of(lines));
    Run run = Run.tocsin("check", "--patterns", file.toString());
    return run.out().lines().map(line -> Json.read(line, "answer")).toList();
  }

  /** As the help of both says. */
  @ParameterizedTest
  @ValueSource(strings = {"{ $.eventName = }", "{\"source\":[\"aws.ec2\"]}", "{ eventName = x }"})
  void aPatternThatAwsWouldNotTakeIsAnAnswerToCheckAndExplainAlike(String pattern) {
    List<String> options = List.of("--control", "vpc-changes", "--pattern", pattern);
    Run check = Run.tocsin(with("check", options));
    Run explain = Run.tocsin(with("explain", options));

    for (Run run : List.of(check, explain)) {
      JsonNode answer = Json.read(run.out(), "answer");
      assertThat(answer.path("outcome").asText()).isEqualTo("INVALID");
      assertThat(answer.path("reason").asText()).contains("Fix: ");
      assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
    }
    for (String command : List.of("check", "explain")) {
      assertThat(help(command))
          .contains("INVALID, where AWS would not take the pattern, is an answer: exit code 1");
    }
  }

  private static String help(String command) {
    return Run.tocsin(command, "--help").out().replaceAll("\\s+", " ");
  }

  private static String[] with(String command, List<String> options) {
    return Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new);
  }
}
