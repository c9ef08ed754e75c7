package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.EditedJson;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The accounts of the planner's {@code plans.json}, put into the emulator and repaired by documents
 * and by the command line: the calls of the case, the same requests, nothing left but a person's
 * part, and no second write. One in twelve, or all with {@code -Dtocsin.remediation.all=true}.
 */
@WithEmulator
class PlannedAccountsRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES =
      Path.of(
          System.getProperty("tocsin.root"),
          "shared/remediation/src/test/resources/dev/tocsin/remediation");

  /** What the emulator cannot hold, so that the planner's own test alone shows it. */
  private static final Set<String> ON_PAPER_ONLY =
      Set.of(
          "the log group is another account's",
          "the trail is another account's",
          "the trail cannot deliver",
          "the filter is not understood",
          "two trails have the name",
          "another account watches");

  private static RepairHands hands;
  private static AwsEmulator aws;

  static Stream<Account> cases() {
    List<Account> all = new ArrayList<>();
    for (JsonNode json : read("plans.json")) {
      if (!ON_PAPER_ONLY.contains(json.path("name").asText())) {
        all.add(new Account(json));
      }
    }
    int step = Boolean.getBoolean("tocsin.remediation.all") ? 1 : 12;
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
  }

  @BeforeAll
  static void startPython(AwsEmulator emulator) {
    aws = emulator;
    hands = new RepairHands(emulator);
  }

  @AfterAll
  static void stop() {
    hands.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothWaysMakeTheCallsOfTheCaseAndNoneTwice(Account one) {
    EmulatedSnapshot.put(aws, one.snapshot());
    one.runDocuments();
    List<RecordedCall> byDocuments = hands.writes();
    assertThat(byDocuments.stream().map(RecordedCall::name)).isEqualTo(one.calls());
    one.assertRepaired();
    one.runDocuments();
    assertThat(hands.writes()).isEmpty();

    EmulatedSnapshot.put(aws, one.snapshot());
    hands.runCommandLine(one.control(), one.parameters(), one.means());
    assertThat(hands.writes().stream().map(RepairHands::request))
        .isEqualTo(byDocuments.stream().map(RepairHands::request).toList());
    one.assertRepaired();
    assertThat(hands.settled(one.control(), one.parameters(), one.means()).calls()).isEmpty();
  }

  /** A case, in the Region of the function. */
  record Account(JsonNode json) {

    JsonNode snapshot() {
      return EditedJson.of(read("accounts/" + json.path("account").asText() + ".json"), json);
    }

    String control() {
      return json.path("control").asText("security-group-changes");
    }

    List<String> calls() {
      return texts("calls");
    }

    RuleParameters parameters() {
      ObjectNode texts = JsonNodeFactory.instance.objectNode();
      text("benchmark").ifPresent(benchmark -> texts.put("benchmark", benchmark));
      return (RuleParameters) RuleParameters.parse(RepairHands.CATALOG, texts);
    }

    Means means() {
      return new Means(text("topicArn"), text("email"), text("keyId"), text("trailBucket"));
    }

    /** Runs those that the calls of the case are for, in the order in which they build. */
    void runDocuments() {
      aws.forgetRequests();
      if (calls().contains("cloudtrail:CreateTrail")) {
        run("create-multi-region-trail.yaml", Map.of("S3BucketName", EmulatedSnapshot.BUCKET));
      }
      if (calls().stream().anyMatch(call -> call.matches("cloudtrail:.*|logs:CreateLogGroup"))) {
        run("deliver-trail-to-cloudwatch-logs.yaml", Map.of());
      }
      Map<String, String> given = new LinkedHashMap<>();
      text("email").ifPresent(email -> given.put("NotificationEmail", email));
      text("topicArn").ifPresent(arn -> given.put("NotificationTopicArn", arn));
      text("keyId").ifPresent(key -> given.put("KmsKeyId", key));
      boolean byTrail = RepairHands.CATALOG.find(control()).orElseThrow().isSeenByTrails();
      run(byTrail ? "create-metric-filter-and-alarm.yaml" : "create-event-rule.yaml", given);
    }

    private void run(String document, Map<String, String> given) {
      Map<String, String> parameters = new LinkedHashMap<>(given);
      parameters.put("ControlId", control());
      text("benchmark").ifPresent(benchmark -> parameters.put("Benchmark", benchmark));
      JsonNode outputs = hands.run(document, parameters);
      assertThat(outputs.has("failed")).as(document + " " + outputs).isFalse();
    }

    /** Once those who were subscribed have confirmed, the control holds, or a person has a part. */
    void assertRepaired() {
      for (String topic : List.of("tocsin-alarms", "ops")) {
        for (String email : List.of("ops@example.com", "security@example.com")) {
          aws.confirm("arn:aws:sns:%s:%s:%s".formatted(Events.REGION, aws.account(), topic), email);
        }
      }
      List<Finding> left = hands.verdict(control(), parameters()).findings();
      boolean waits = texts("byHand").stream().allMatch(says -> says.startsWith("waiting for"));
      assertThat(left.isEmpty()).as("%s, %s", left, texts("byHand")).isEqualTo(waits);
    }

    private List<String> texts(String name) {
      return JSON.convertValue(
          json.path(name), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private Optional<String> text(String name) {
      return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }

    @Override
    public String toString() {
      return json.path("name").asText();
    }
  }

  /** A file of the cases, with its home Region and the one beside it changed for each other. */
  private static JsonNode read(String file) {
    try {
      String text = Files.readString(CASES.resolve(file));
      return JSON.readTree(
          text.replace("eu-west-1", "~")
              .replace("us-east-1", Events.REGION)
              .replace("~", "us-east-1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
