package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.aws.PlanStopped;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Broken accounts, repaired by the SSM documents and by the command line's carrier: the same calls,
 * a control that holds, and nothing left to do. With {@code -Dtocsin.remediation.all=true} every
 * control is repaired, and every call of every account is refused once.
 */
@WithEmulator
class RemediationRunTest {

  private static final String ALL = "tocsin.remediation.all";
  private static final String CONTROL = "security-group-changes";
  private static final String RULE_CONTROL = "config-rule-noncompliance";
  private static final String EMAIL = "ops@example.com";
  private static final String OWN_TOPIC = "tocsin-alarms";
  private static final String CREATE = "create-metric-filter-and-alarm.yaml";
  private static final String DELIVER = "deliver-trail-to-cloudwatch-logs.yaml";
  private static final String EVENT_RULE = "create-event-rule.yaml";
  private static final String TRAIL = "create-multi-region-trail.yaml";
  private static final ControlCatalog CATALOG = RepairHands.CATALOG;
  private static final RuleParameters PARAMETERS =
      (RuleParameters) RuleParameters.parse(CATALOG, Map.of());
  private static final Means MEANS =
      new Means(
          Optional.empty(),
          Optional.of(EMAIL),
          Optional.empty(),
          Optional.of("trail-bucket"),
          Optional.of(RepairHands.DELIVERY_ROLE));

  /** An account, and the documents that repair it, in order. */
  private enum Broken {
    NO_FILTER(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        account.createTrail();
      }
    },
    FILTER_THAT_MISSES_EVENTS(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        account
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("mine", "{ $.eventName = CreateSecurityGroup }")
            .putMetricAlarm("mine", "alerts");
      }
    },
    TRAIL_IS_STOPPED(DELIVER) {
      @Override
      void breakIt(MonitoredAccount account) {
        works(account).call("cloudtrail", "StopLogging", Map.of("Name", MonitoredAccount.TRAIL));
      }
    },
    TRAIL_DELIVERS_NOWHERE(DELIVER, CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        account
            .createTrail()
            .call("logs", "DeleteLogGroup", Map.of("logGroupName", MonitoredAccount.LOG_GROUP));
      }
    },
    NO_TRAIL(TRAIL, DELIVER, CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        account.createTopic("alerts");
      }
    },
    ACTIONS_ARE_OFF(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        works(account).putMetricAlarm("mine", "alerts", Map.of("ActionsEnabled", false));
      }
    },
    NO_ACTIONS_BUT_OTHERS(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        works(account)
            .putMetricAlarm(
                "mine",
                "alerts",
                Map.of(
                    "AlarmActions",
                    List.of(),
                    "OKActions",
                    List.of(account.topicArn("alerts")),
                    "AlarmDescription",
                    "`$(theirs)`"));
      }
    },
    TOPIC_IS_GONE(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        works(account).putMetricAlarm("mine", "deleted");
      }
    },
    NOBODY_CONFIRMED(CREATE) {
      @Override
      void breakIt(MonitoredAccount account) {
        works(account).createTopic("quiet").putMetricAlarm("mine", "pending");
      }
    };

    private final String documents;

    Broken(String... documents) {
      this.documents = String.join(" ", documents);
    }

    abstract void breakIt(MonitoredAccount account);

    static MonitoredAccount works(MonitoredAccount account) {
      return account
          .createTrail()
          .createTopic("alerts")
          .putMetricFilter(
              "mine", CATALOG.find(CONTROL).orElseThrow().deployable(Benchmark.DEFAULT))
          .putMetricAlarm("mine", "alerts");
    }
  }

  private static RepairHands hands;

  private AwsEmulator aws;
  private MonitoredAccount account;

  @BeforeAll
  static void startPython(AwsEmulator emulator) {
    hands = new RepairHands(emulator);
  }

  @AfterAll
  static void stop() {
    hands.close();
  }

  @BeforeEach
  void anEmptyAccount(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, Events.REGION);
  }

  @ParameterizedTest
  @EnumSource(
      value = Broken.class,
      names = {"NO_TRAIL", "NO_ACTIONS_BUT_OTHERS"})
  void documentsAndCommandLineMakeTheSameCallsAndNoneTwice(Broken broken) {
    repairedInBothWays(broken);
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  @EnabledIfSystemProperty(named = ALL, matches = "true")
  void everyAccountIsRepairedInBothWaysAlike(Broken broken) {
    repairedInBothWays(broken);
  }

  private void repairedInBothWays(Broken broken) {
    broken(broken);
    assertThat(hands.verdict(CONTROL, PARAMETERS).complianceType())
        .isEqualTo(ComplianceType.NON_COMPLIANT);
    runDocuments(broken);
    List<RecordedCall> byDocuments = hands.writes();
    confirm();
    assertThat(hands.verdict(CONTROL, PARAMETERS).findings()).isEmpty();
    runDocuments(broken);
    assertThat(hands.writes()).isEmpty();

    broken(broken);
    runCommandLine(CONTROL);
    List<RecordedCall> byCommandLine = hands.writes();
    assertThat(byCommandLine.stream().map(RepairHands::request))
        .isEqualTo(byDocuments.stream().map(RepairHands::request).toList());
    confirm();
    assertThat(hands.verdict(CONTROL, PARAMETERS).findings()).isEmpty();
    assertThat(settled(CONTROL).calls()).isEmpty();
  }

  @Test
  void aRuleIsMadeByItsDocumentAndByTheCommandLine() {
    account.createTrail();
    JsonNode outputs = hands.run(EVENT_RULE, parameters(EVENT_RULE, RULE_CONTROL));
    assertThat(outputs.path("repair.Changes").toString()).contains("events:PutTargets");
    aws.confirm(account.topicArn(OWN_TOPIC), EMAIL);
    assertThat(hands.verdict(RULE_CONTROL, PARAMETERS).findings()).isEmpty();
    assertThat(settled(RULE_CONTROL).calls()).isEmpty();
  }

  @Test
  void withoutTheStackTheRoleThatATrailDeliversWithIsMade() {
    broken(Broken.TRAIL_DELIVERS_NOWHERE);
    Means noRole =
        new Means(
            Optional.empty(),
            Optional.of(EMAIL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    hands.runCommandLine(CONTROL, PARAMETERS, noRole);

    assertThat(hands.writes())
        .filteredOn(call -> call.name().startsWith("iam:"))
        .extracting(call -> call.name() + " " + call.parameters().path("PolicyName").asText())
        .containsExactly("iam:CreateRole ", "iam:PutRolePolicy deliver-in-" + Events.REGION);
    confirm();
    assertThat(hands.verdict(CONTROL, PARAMETERS).findings()).isEmpty();
    assertThat(hands.settled(CONTROL, PARAMETERS, noRole).calls()).isEmpty();
  }

  @Test
  void anAlarmOfOurNameThatSomebodyElseMadeStopsBothBeforeAnyChange() {
    account.createTrail();
    account.putMetricAlarm(
        "tocsin-" + CONTROL,
        "nowhere",
        Map.of("Namespace", "Tocsin", "MetricName", CONTROL, "Threshold", 9));
    aws.forgetRequests();

    assertThat(hands.run(CREATE, parameters(CREATE, CONTROL)).path("failed").asText())
        .contains("carries no tag `tocsin`", "Done before it: nothing");
    Plan settled = settled(CONTROL);
    assertThat(settled.calls()).isEmpty();
    assertThat(settled.byHand()).anyMatch(advice -> advice.contains("carries no tag `tocsin`"));
    assertThat(hands.writes()).isEmpty();
  }

  @Test
  void aRuleOfOurNameThatSomebodyElseMadeStaysAsItIs() {
    account
        .createTrail()
        .call(
            "events",
            "PutRule",
            Map.of("Name", "tocsin-" + RULE_CONTROL, "EventPattern", "{\"source\":[\"my.app\"]}"));
    aws.forgetRequests();

    assertThat(hands.run(EVENT_RULE, parameters(EVENT_RULE, RULE_CONTROL)).has("failed")).isTrue();
    assertThat(settled(RULE_CONTROL).calls()).isEmpty();
    assertThat(hands.writes()).isEmpty();
  }

  @Test
  void whatTheRuleExemptsNeedsNoFilterOfItsOwn() {
    String published = CATALOG.find(CONTROL).orElseThrow().deployable(Benchmark.DEFAULT);
    account
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter(
            "mine",
            published.replaceFirst(
                "^\\{(.*)}$", "{ ($1) && (\\$.eventName != CreateSecurityGroup) }"))
        .putMetricAlarm("mine", "alerts", Map.of("ActionsEnabled", false));
    aws.amend(
        "config",
        "DescribeConfigRules",
        Map.of(),
        Map.of(
            "ConfigRules",
            List.of(
                Map.of(
                    "ConfigRuleName",
                    CONTROL + "-conformance-pack-abc123def",
                    "InputParameters",
                    "{\"control\":\"%s\",\"exempt\":\"{ $.eventName = CreateSecurityGroup }\"}"
                        .formatted(CONTROL),
                    "Source",
                    Map.of("Owner", "CUSTOM_LAMBDA", "SourceIdentifier", Events.FUNCTION_ARN)))));

    JsonNode outputs = hands.run(CREATE, parameters(CREATE, CONTROL));

    assertThat(outputs.path("repair.Changes").toString())
        .isEqualTo("[\"cloudwatch:EnableAlarmActions\"]");
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  @EnabledIfSystemProperty(named = ALL, matches = "true")
  void aRefusedCallOfAnyAccountLosesNothing(Broken broken) {
    eachCallIsRefusedOnce(broken);
  }

  private void eachCallIsRefusedOnce(Broken broken) {
    broken(broken);
    runCommandLine(CONTROL);
    for (String call : new LinkedHashSet<>(names(hands.writes()))) {
      broken(broken);
      Link before = firstBroken();
      String[] parts = call.split(":", 2);
      aws.fail(InjectedFault.accessDenied(parts[0], parts[1]).times(1));
      assertThatThrownBy(() -> runCommandLine(CONTROL)).isInstanceOf(PlanStopped.class);
      assertThat(firstBroken()).as(call).isGreaterThanOrEqualTo(before);
      runDocuments(broken);
      confirm();
      assertThat(hands.verdict(CONTROL, PARAMETERS).findings()).as("after " + call).isEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = ALL, matches = "true")
  void everyControlIsRepairedInBothWaysAlike() {
    Map<String, List<RecordedCall>> byDocuments = new HashMap<>();
    account.createTrail();
    for (Control control : CATALOG.controls()) {
      String document = control.isSeenByTrails() ? CREATE : EVENT_RULE;
      aws.forgetRequests();
      JsonNode outputs = hands.run(document, parameters(document, control.id()));
      assertThat(outputs.has("failed")).as(control.id() + " " + outputs).isFalse();
      byDocuments.put(control.id(), hands.writes());
    }
    assertAllHold();

    aws.reset();
    account.createTrail();
    for (Control control : CATALOG.controls()) {
      runCommandLine(control.id());
      assertThat(hands.writes().stream().map(RepairHands::request))
          .as(control.id())
          .isEqualTo(byDocuments.get(control.id()).stream().map(RepairHands::request).toList());
    }
    assertAllHold();
  }

  private void assertAllHold() {
    aws.confirm(account.topicArn(OWN_TOPIC), EMAIL);
    for (Control control : CATALOG.controls()) {
      assertThat(hands.verdict(control.id(), PARAMETERS).findings()).as(control.id()).isEmpty();
    }
  }

  /** How far an event gets. */
  private static Link firstBroken() {
    return hands.verdict(CONTROL, PARAMETERS).findings().get(0).link();
  }

  private void broken(Broken broken) {
    aws.reset();
    aws.createBucket("trail-bucket");
    broken.breakIt(account);
    if (broken == Broken.NOBODY_CONFIRMED) {
      aws.callSns(Events.REGION, "CreateTopic", Map.of("Name", "pending"));
      account.subscribe("pending", "email", EMAIL);
    }
    aws.forgetRequests();
  }

  private void runDocuments(Broken broken) {
    aws.forgetRequests();
    for (String document : broken.documents.split(" ", -1)) {
      JsonNode outputs = hands.run(document, parameters(document, CONTROL));
      assertThat(outputs.has("failed")).as(document + " " + outputs).isFalse();
    }
  }

  private static Map<String, String> parameters(String document, String control) {
    return switch (document) {
      case TRAIL -> Map.of("S3BucketName", "trail-bucket");
      case DELIVER -> Map.of("ControlId", control, "DeliveryRoleArn", RepairHands.DELIVERY_ROLE);
      default -> Map.of("ControlId", control, "NotificationEmail", EMAIL);
    };
  }

  private static void runCommandLine(String control) {
    hands.runCommandLine(control, PARAMETERS, MEANS);
  }

  private static Plan settled(String control) {
    return hands.settled(control, PARAMETERS, MEANS);
  }

  private void confirm() {
    for (String topic : List.of(OWN_TOPIC, "pending")) {
      aws.confirm(account.topicArn(topic), EMAIL);
    }
  }

  private static List<String> names(List<RecordedCall> calls) {
    return calls.stream().map(RecordedCall::name).toList();
  }
}
