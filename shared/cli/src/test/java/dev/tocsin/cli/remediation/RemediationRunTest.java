package dev.tocsin.cli.remediation;

import static dev.tocsin.cli.remediation.JudgedEmulator.CATALOG;
import static dev.tocsin.cli.remediation.JudgedEmulator.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every document on every kind of account it is for: broken, repaired, confirmed, repaired again
 * without a change.
 */
@WithEmulator
class RemediationRunTest {

  private static final String CONTROL = "security-group-changes";
  private static final String EMAIL = "security@example.com";
  private static final String OWN_TOPIC = "tocsin-alarms";
  private static final String CREATE = "create-metric-filter-and-alarm.yaml";
  private static final String DELIVER = "deliver-trail-to-cloudwatch-logs.yaml";
  private static final String REPAIR = "repair-alarm-chain.yaml";
  private static final String EVENT_RULE = "create-event-rule.yaml";
  private static final String TRAIL = "create-multi-region-trail.yaml";
  private static final Map<String, String> NEW_ALARM =
      Map.of("ControlId", CONTROL, "NotificationEmail", EMAIL);
  private static final Map<String, String> NEW_RULE =
      Map.of("ControlId", "config-rule-noncompliance", "NotificationEmail", EMAIL);
  private static final Map<String, String> OLD_ALARM =
      Map.of("AlarmName", "mine", "NotificationEmail", EMAIL);

  /**
   * What AWS asks for beside the calls: tags given with a call, a role handed on, and rules that
   * the emulator does not have.
   */
  private static final Set<String> IMPLIED =
      Set.of(
          "cloudtrail:AddTags",
          "cloudwatch:TagResource",
          "config:GetComplianceDetailsByConfigRule",
          "config:StartConfigRulesEvaluation",
          "events:TagResource",
          "iam:PassRole",
          "iam:TagRole",
          "logs:TagResource",
          "sns:TagResource");

  /** An account, and the document that repairs it. */
  private enum Broken {
    NO_FILTER(CREATE) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        account.createTrail();
      }
    },
    FILTER_WITHOUT_AN_ALARM(CREATE) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        account.createTrail().putMetricFilter("mine", publishedPattern());
      }
    },
    FILTER_THAT_MISSES_EVENTS(CREATE) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        account
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("mine", "{ $.eventName = CreateSecurityGroup }")
            .putMetricAlarm("mine", "alerts");
      }
    },
    TRAIL_IS_STOPPED(DELIVER) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        works(account).call("cloudtrail", "StopLogging", Map.of("Name", MonitoredAccount.TRAIL));
      }
    },
    ACTIONS_ARE_OFF(REPAIR) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        works(account).putMetricAlarm("mine", "alerts", Map.of("ActionsEnabled", false));
      }
    },
    NO_ACTIONS(REPAIR) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        works(account).putMetricAlarm("mine", "alerts", Map.of("AlarmActions", List.of()));
      }
    },
    TOPIC_IS_GONE(REPAIR) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        works(account).putMetricAlarm("mine", "deleted");
      }
    },
    NOBODY_CONFIRMED(REPAIR) {
      @Override
      void breakIt(MonitoredAccount account, AwsEmulator aws) {
        aws.callSns(REGION, "CreateTopic", Map.of("Name", "pending"));
        works(account).subscribe("pending", "email", EMAIL).putMetricAlarm("mine", "pending");
      }
    };

    private final String document;

    Broken(String document) {
      this.document = document;
    }

    Map<String, String> parameters() {
      return switch (document) {
        case CREATE -> NEW_ALARM;
        case REPAIR -> OLD_ALARM;
        default -> Map.of();
      };
    }

    abstract void breakIt(MonitoredAccount account, AwsEmulator aws);

    static MonitoredAccount works(MonitoredAccount account) {
      return account
          .createTrail()
          .createTopic("alerts")
          .putMetricFilter("mine", publishedPattern())
          .putMetricAlarm("mine", "alerts");
    }
  }

  private AwsEmulator aws;
  private MonitoredAccount account;
  private JudgedEmulator judge;
  private Documents documents;

  @BeforeEach
  void anEmptyAccount(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, REGION);
    judge = new JudgedEmulator(emulator);
    documents = new Documents(emulator, REGION);
  }

  @AfterEach
  void stopPython() {
    documents.close();
  }

  @Test
  void everyControlIsRepairedWithoutASecondChange() {
    account.createTrail();
    List<Control> controls = CATALOG.controls();
    for (Control control : controls) {
      assertThat(create(control).has("failed")).as(control.id()).isFalse();
    }
    judge.verdicts(controls).forEach(RemediationRunTest::waitsForConfirmation);

    aws.confirm(account.topicArn(OWN_TOPIC), EMAIL);
    assertThat(judge.verdicts(controls))
        .allSatisfy(verdict -> assertThat(verdict.findings()).as(verdict.control()).isEmpty());

    aws.forgetRequests();
    controls.forEach(this::create);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  void aBrokenAccountIsRepairedWithoutASecondChange(Broken broken) {
    broken.breakIt(account, aws);
    assertThat(judge.verdict(CONTROL).complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);

    JsonNode outputs = documents.run(broken.document, broken.parameters());
    confirmIfAsked(outputs);
    assertThat(judge.verdict(CONTROL).findings()).as(outputs.toString()).isEmpty();

    aws.forgetRequests();
    documents.run(broken.document, broken.parameters());
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Broken.class,
      names = {"NO_FILTER", "TRAIL_IS_STOPPED", "TOPIC_IS_GONE"})
  void aCallThatFailsLosesNothingAndASecondRunFinishes(Broken broken) {
    broken.breakIt(account, aws);
    aws.forgetRequests();
    documents.run(broken.document, broken.parameters());
    Set<String> calls =
        new LinkedHashSet<>(aws.requests().stream().map(RecordedCall::name).toList());
    for (String call : calls) {
      aws.reset();
      broken.breakIt(account, aws);
      int before = judge.verdict(CONTROL).findings().size();
      String service = call.substring(0, call.indexOf(':'));
      String operation = call.substring(call.indexOf(':') + 1);
      aws.fail(InjectedFault.accessDenied(service, operation).times(1));

      JsonNode failed = documents.run(broken.document, broken.parameters());
      if (!call.startsWith("config:")) {
        assertThat(failed.has("failed")).as(call + " " + failed).isTrue();
      }
      assertThat(judge.verdict(CONTROL).findings()).as(call).hasSizeLessThanOrEqualTo(before);

      confirmIfAsked(documents.run(broken.document, broken.parameters()));
      assertThat(judge.verdict(CONTROL).findings()).as("after " + call).isEmpty();
    }
  }

  @Test
  void aTrailAndItsDeliveryAreMadeFromNothing() {
    aws.createBucket("trail-bucket");
    documents.run(TRAIL, Map.of("S3BucketName", "trail-bucket"));
    documents.run(DELIVER, Map.of());
    confirmIfAsked(documents.run(CREATE, NEW_ALARM));
    assertThat(judge.verdict(CONTROL).findings()).isEmpty();

    aws.forgetRequests();
    documents.run(TRAIL, Map.of("S3BucketName", "trail-bucket"));
    documents.run(DELIVER, Map.of());
    documents.run(CREATE, NEW_ALARM);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatSomebodyElseMadeIsNotReplaced() {
    account
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("tocsin-" + CONTROL, "{ $.eventName = CreateSecurityGroup }");
    aws.forgetRequests();

    assertThat(documents.run(CREATE, NEW_ALARM).path("failed").asText())
        .contains(
            "metric filter `tocsin-" + CONTROL + "`", "somebody else made it", "Fix: rename it");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatOthersWroteIntoATopicsPolicyStays() {
    Broken.NO_FILTER.breakIt(account, aws);
    documents.run(CREATE, NEW_ALARM);
    documents.run(EVENT_RULE, NEW_RULE);

    String attributes =
        aws.callSns(REGION, "GetTopicAttributes", Map.of("TopicArn", account.topicArn(OWN_TOPIC)));
    assertThat(attributes).contains("cloudwatch.amazonaws.com", "events.amazonaws.com");
  }

  @Test
  void theRoleAllowsWhatTheDocumentsCallAndNothingElse() throws IOException {
    aws.createBucket("trail-bucket");
    Set<String> called = new TreeSet<>();
    documents.run(TRAIL, Map.of("S3BucketName", "trail-bucket"));
    aws.fail(InjectedFault.accessDenied("cloudtrail", "UpdateTrail").times(1));
    documents.run(DELIVER, Map.of());
    documents.run(DELIVER, Map.of());
    documents.run(CREATE, NEW_ALARM);
    documents.run(CREATE, NEW_ALARM);
    documents.run(EVENT_RULE, NEW_RULE);
    documents.run(EVENT_RULE, NEW_RULE);
    aws.requests().forEach(call -> called.add(call.name()));
    for (Broken broken : Broken.values()) {
      aws.reset();
      broken.breakIt(account, aws);
      aws.forgetRequests();
      documents.run(broken.document, broken.parameters());
      aws.requests().forEach(call -> called.add(call.name()));
    }
    called.addAll(IMPLIED);
    assertThat(actionsOfTheRole()).containsExactlyInAnyOrderElementsOf(called);
  }

  /** The actions of {@code RemediationRole} in the stack. */
  private static Set<String> actionsOfTheRole() throws IOException {
    String stack = Files.readString(Documents.FOLDER.resolveSibling("tocsin.yaml"));
    int role = stack.indexOf("\n  RemediationRole:");
    String text = stack.substring(role, stack.indexOf("\n\n", role));
    Set<String> actions = new TreeSet<>();
    Pattern.compile("(?:- |Action: )((?:cloudtrail|cloudwatch|config|events|iam|logs|sns):\\w+)")
        .matcher(text)
        .results()
        .forEach(action -> actions.add(action.group(1)));
    return actions;
  }

  private JsonNode create(Control control) {
    return documents.run(
        control.isSeenByTrails() ? CREATE : EVENT_RULE,
        Map.of("ControlId", control.id(), "NotificationEmail", EMAIL));
  }

  private void confirmIfAsked(JsonNode outputs) {
    if (!outputs.path("repair.WaitingFor").asText().isEmpty()) {
      for (String topic : List.of(OWN_TOPIC, "pending")) {
        aws.confirm(account.topicArn(topic), EMAIL);
      }
    }
  }

  private List<String> writes() {
    List<String> writes = new ArrayList<>();
    for (RecordedCall call : aws.requests()) {
      if (!call.operation().matches("(Describe|Get|List).*")) {
        writes.add(call.name());
      }
    }
    return writes;
  }

  private static String publishedPattern() {
    return CATALOG.find(CONTROL).orElseThrow().deployable(dev.tocsin.catalog.Benchmark.DEFAULT);
  }

  private static void waitsForConfirmation(Verdict verdict) {
    assertThat(verdict.findings())
        .as(verdict.control())
        .extracting(Finding::link)
        .containsExactly(Link.SUBSCRIPTION);
  }
}
