package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.EmulatedSnapshot;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  static Stream<PlannerCase> cases() {
    List<PlannerCase> all = PlannerCase.in("plans.json", ON_PAPER_ONLY);
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
  void bothWaysMakeTheCallsOfTheCaseAndNoneTwice(PlannerCase one) {
    aws.reset();
    EmulatedSnapshot.put(aws, one.snapshot());
    runDocuments(one);
    List<RecordedCall> byDocuments = hands.writes();
    assertThat(byDocuments.stream().map(RecordedCall::name)).isEqualTo(one.calls());
    assertRepaired(one);
    runDocuments(one);
    assertThat(hands.writes()).isEmpty();

    aws.reset();
    EmulatedSnapshot.put(aws, one.snapshot());
    hands.runCommandLine(one.control(), one.parameters(), one.means());
    assertThat(hands.writes().stream().map(RepairHands::request))
        .isEqualTo(byDocuments.stream().map(RepairHands::request).toList());
    assertRepaired(one);
    assertThat(hands.settled(one.control(), one.parameters(), one.means()).calls()).isEmpty();
  }

  /** Runs those that the calls of the case are for, in the order in which they build. */
  private static void runDocuments(PlannerCase one) {
    aws.forgetRequests();
    if (one.calls().contains("cloudtrail:CreateTrail")) {
      run(one, "create-multi-region-trail.yaml", Map.of("S3BucketName", EmulatedSnapshot.BUCKET));
    }
    if (one.calls().stream().anyMatch(call -> call.matches("cloudtrail:.*|logs:CreateLogGroup"))) {
      run(
          one,
          "deliver-trail-to-cloudwatch-logs.yaml",
          Map.of("DeliveryRoleArn", RepairHands.DELIVERY_ROLE));
    }
    Map<String, String> given = new LinkedHashMap<>();
    one.text("email").ifPresent(email -> given.put("NotificationEmail", email));
    one.text("topicArn").ifPresent(arn -> given.put("NotificationTopicArn", arn));
    one.text("keyId").ifPresent(key -> given.put("KmsKeyId", key));
    boolean byTrail = RepairHands.CATALOG.find(one.control()).orElseThrow().isSeenByTrails();
    run(one, byTrail ? "create-metric-filter-and-alarm.yaml" : "create-event-rule.yaml", given);
  }

  private static void run(PlannerCase one, String document, Map<String, String> given) {
    Map<String, String> parameters = new LinkedHashMap<>(given);
    parameters.put("ControlId", one.control());
    one.text("benchmark").ifPresent(benchmark -> parameters.put("Benchmark", benchmark));
    JsonNode outputs = hands.run(document, parameters);
    assertThat(outputs.has("failed")).as(document + " " + outputs).isFalse();
  }

  /** Once those who were subscribed have confirmed, the control holds, or a person has a part. */
  private static void assertRepaired(PlannerCase one) {
    for (String topic : List.of("tocsin-alarms", "ops")) {
      for (String email : List.of("ops@example.com", "security@example.com")) {
        aws.confirm("arn:aws:sns:%s:%s:%s".formatted(Events.REGION, aws.account(), topic), email);
      }
    }
    List<Finding> left = hands.verdict(one.control(), one.parameters()).findings();
    boolean waits = one.texts("byHand").stream().allMatch(says -> says.startsWith("waiting for"));
    assertThat(left.isEmpty()).as("%s, %s", left, one.texts("byHand")).isEqualTo(waits);
  }
}
