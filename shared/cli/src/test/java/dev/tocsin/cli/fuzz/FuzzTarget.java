package dev.tocsin.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.language.AlarmRule;
import dev.tocsin.chain.language.FieldSelection;
import dev.tocsin.chain.language.InsightsQuery;
import dev.tocsin.chain.language.MetricMath;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.policy.AccessRequest;
import dev.tocsin.chain.policy.Caller;
import dev.tocsin.chain.policy.ResourcePolicy;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.infrastructure.Blueprint;
import dev.tocsin.infrastructure.Blueprint.Source;
import dev.tocsin.infrastructure.BlueprintProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that reads a text which somebody else wrote, with what has to hold whatever the text
 * is. {@code .ci/fuzz} gives them to Jazzer, {@link FuzzTest} to every build.
 */
public enum FuzzTarget {
  /** What is a pattern can be read again, matched, and sees all that it sees. */
  FILTER_PATTERN {
    @Override
    void take(String text) {
      if (FilterPattern.parse(text) instanceof FilterPattern pattern) {
        assertThat(FilterPattern.parse(pattern.text())).isEqualTo(pattern);
        pattern.matches(RECORD);
        assertThat(DECIDER.decide(Requirement.of("itself", pattern), List.of(pattern)))
            .isNotInstanceOf(Coverage.Missed.class);
      }
    }
  },
  /** The same of an EventBridge pattern. */
  EVENT_PATTERN {
    @Override
    void take(String text) {
      if (EventPattern.parse(text) instanceof EventPattern pattern) {
        assertThat(EventPattern.parse(pattern.text())).isEqualTo(pattern);
        pattern.matches(RECORD);
        pattern.condition();
      }
    }
  },
  ALARM_RULE {
    @Override
    void take(String text) {
      AlarmRule.parse(text)
          .ifPresent(
              rule -> {
                rule.alarms();
                for (Truth truth : Truth.values()) {
                  rule.evaluate((state, alarm) -> truth);
                }
              });
    }
  },
  /** The other small languages of CloudWatch too. */
  METRIC_MATH {
    @Override
    void take(String text) {
      MetricMath.parse(text);
      FieldSelection.parse(text);
      InsightsQuery.parse(text);
    }
  },
  POLICY {
    @Override
    void take(String text) {
      ResourcePolicy.decide(text, PUBLISH);
      ResourcePolicy.decideGranted(text, PUBLISH);
    }
  },
  /** A snapshot can be written and read again, and is judged without a defect of ours. */
  SNAPSHOT {
    @Override
    void take(String text) {
      Snapshot snapshot;
      try {
        snapshot = SnapshotJson.read(text, "fuzz");
        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot), "again")).isEqualTo(snapshot);
      } catch (BadSnapshot expected) {
        return;
      }
      Verdict verdict = JUDGE.judge(CONTROL, PARAMETERS, snapshot, Confirmation.NOT_ASKED);
      assertThat(verdict.findings())
          .noneMatch(finding -> finding.fix().equals("report it with a snapshot of the account"));
    }
  },
  CLOUD_FORMATION {
    @Override
    void take(String text) {
      try {
        Blueprint.ofCloudFormation(
            List.of(new Source("fuzz", text)),
            Map.of(),
            Optional.empty(),
            "eu-west-1",
            Instant.EPOCH);
      } catch (BlueprintProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  },
  TERRAFORM {
    @Override
    void take(String text) {
      try {
        Blueprint.ofTerraform(
            new Source("fuzz", text), Optional.empty(), Optional.of("eu-west-1"), Instant.EPOCH);
      } catch (BlueprintProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  };

  private static final CoverageDecider DECIDER = new CoverageDecider();
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final Control CONTROL = CATALOG.find("root-account-usage").orElseThrow();
  private static final ControlJudge JUDGE = new ControlJudge();
  private static final RuleParameters PARAMETERS =
      (RuleParameters) RuleParameters.parse(CATALOG, Map.of());
  private static final ObjectNode RECORD =
      JsonNodeFactory.instance
          .objectNode()
          .put("eventName", "CreateTrail")
          .put("eventSource", "cloudtrail.amazonaws.com");
  private static final AccessRequest PUBLISH =
      new AccessRequest(
          new Caller.Service("cloudwatch.amazonaws.com"),
          "sns:Publish",
          "arn:aws:sns:eu-west-1:123456789012:alerts",
          Map.of("aws:SourceAccount", List.of("123456789012")),
          Set.of("aws:PrincipalOrgID"));

  /** Reads the text; what it throws is a fault of ours. */
  abstract void take(String text);

  /** What Jazzer calls; the system property {@code tocsin.fuzz.target} names one of them. */
  public static void fuzzerTestOneInput(byte[] data) {
    valueOf(System.getProperty("tocsin.fuzz.target"))
        .take(new String(data, StandardCharsets.UTF_8));
  }
}
