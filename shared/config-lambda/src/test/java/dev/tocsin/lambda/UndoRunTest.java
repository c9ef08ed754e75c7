package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.aws.PlanStopped;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.EmulatedSnapshot;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.WithEmulator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What remediation made is taken away on the emulator, and nothing else. */
@WithEmulator
class UndoRunTest {
  /**
   * What the emulator cannot hold (denied reads, things of our name without our tag, half an alarm)
   * or a reading does not show: a filter on a log group that no trail delivers to.
   */
  private static final Set<String> ON_PAPER_ONLY =
      Set.of(
          "the subscriptions may not be read",
          "alarm and filter are named as ours but for no control",
          "the alarm carries no tag and so keeps the topic",
          "a log alarm in another state uses the topic",
          "our rule carries no tag",
          "our log group holds evidence");

  private static final Pattern NAMES =
      Pattern.compile("<TopicArn>(.+?)</TopicArn>|\"(?:AlarmName|filterName|Name)\":\"(.+?)\"");

  private static RepairHands hands;
  private static AwsEmulator aws;

  static Stream<PlannerCase> cases() {
    return PlannerCase.in("undo.json", ON_PAPER_ONLY).stream();
  }

  @BeforeAll
  static void start(AwsEmulator emulator) {
    aws = emulator;
    hands = new RepairHands(emulator);
  }

  @AfterAll
  static void stop() {
    hands.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatOthersUseStaysAndTheRestGoes(PlannerCase one) {
    aws.reset();
    EmulatedSnapshot.put(aws, one.snapshot());
    assertThat(hands.undoing().calls().stream().map(PlannedCall::name)).isEqualTo(one.calls());
    hands.carryOut(hands.undoing());
    assertThat(hands.undoing().calls()).isEmpty();
  }

  @Test
  void repairingAndUndoingStoppedHalfWayLeavesTheAccountAsItWas() {
    PlannerCase broken =
        PlannerCase.in("plans.json", Set.of()).stream()
            .filter(one -> one.toString().equals("no filter"))
            .findFirst()
            .orElseThrow();
    aws.reset();
    EmulatedSnapshot.put(aws, broken.snapshot());
    Set<String> before = names();
    hands.runCommandLine(broken.control(), broken.parameters(), broken.means());
    assertThat(names()).hasSize(before.size() + 3); // a topic, a filter, an alarm

    aws.fail(InjectedFault.accessDenied("logs", "DeleteMetricFilter").times(1));
    assertThatThrownBy(() -> hands.carryOut(hands.undoing()))
        .isInstanceOf(PlanStopped.class)
        .hasMessageContaining("cloudwatch:DeleteAlarms");
    hands.carryOut(hands.undoing());

    assertThat(names()).isEqualTo(before);
  }

  /** What the account has of what remediation makes. */
  private static Set<String> names() {
    String all =
        aws.callSns(Events.REGION, "ListTopics", Map.of())
            + aws.call("cloudwatch", Events.REGION, "DescribeAlarms", Map.of())
            + aws.call("logs", Events.REGION, "DescribeMetricFilters", Map.of())
            + aws.call("events", Events.REGION, "ListRules", Map.of());
    Set<String> names = new TreeSet<>();
    NAMES.matcher(all).results().forEach(name -> names.add(name.group()));
    return names;
  }
}
