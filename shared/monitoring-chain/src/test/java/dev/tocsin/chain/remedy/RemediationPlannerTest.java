package dev.tocsin.chain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemediationPlannerTest {

  private static final String STOPPED_TRAIL =
      """
      {"account": "111122223333", "region": "us-east-1", "takenAt": "2026-11-20T12:00:00Z",
       "trails": [{"Name": "main", "TrailARN": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main",
                   "HomeRegion": "us-east-1", "IsMultiRegionTrail": true, "Status": {"IsLogging": false}}]}
      """;

  private static final Notification SOMEBODY =
      new Notification(Optional.empty(), Optional.of("security@example.com"));

  @Test
  void aTrailThatDeliversNowhereIsGivenAGroupAndStartedBeforeAnythingElse() throws BadSnapshot {
    Snapshot snapshot = SnapshotJson.read(STOPPED_TRAIL, "snapshot");

    RemediationPlan plan =
        new RemediationPlanner().plan(snapshot, List.of(broken(Link.TRAIL)), SOMEBODY);

    assertThat(plan.calls())
        .extracting(PlannedCall::operation)
        .containsExactly(
            "CreateLogGroup",
            "PutRetentionPolicy",
            "CreateRole",
            "PutRolePolicy",
            "UpdateTrail",
            "StartLogging");
    assertThat(plan.calls().get(0).awsCli())
        .startsWith("aws logs create-log-group --region us-east-1 --cli-input-json '{");
  }

  @Test
  void aMissingFilterIsPutWithItsAlarmAndATopicThatWaitsForItsSubscriber() throws BadSnapshot {
    Snapshot snapshot = SnapshotJson.read(STOPPED_TRAIL, "snapshot");

    RemediationPlan plan =
        new RemediationPlanner().plan(snapshot, List.of(broken(Link.METRIC_FILTER)), SOMEBODY);

    assertThat(plan.calls())
        .extracting(PlannedCall::operation)
        .containsExactly("CreateTopic", "Subscribe", "PutMetricFilter", "PutMetricAlarm");
    assertThat(plan.byHand())
        .containsExactly("waiting for security@example.com to confirm the subscription");
  }

  private static Remediable broken(Link link) {
    Verdict verdict =
        new Verdict(
            "vpc-changes",
            ComplianceType.NON_COMPLIANT,
            List.of(Fault.of("is broken", "mend it").on(link, "main")),
            List.of(),
            Optional.empty(),
            List.of());
    return new Remediable(
        "vpc-changes", "VPC changes", "{ $.eventName = CreateVpc }", Optional.empty(), verdict);
  }
}
