package dev.tocsin.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.drill.DrillPlan.Way;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a log alarm watches in place of a metric filter, nothing is written, and it is named. */
final class LogAlarmTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final Control CONTROL =
      CATALOG.find("cloudtrail-configuration-changes").orElseThrow();
  private static final RuleParameters PARAMETERS =
      (RuleParameters) RuleParameters.parse(CATALOG, Map.of());

  @Test
  void aChainThatHoldsIsSaidNotToBeDrilled() throws Exception {
    Snapshot account = account(true);
    assertThat(verdict(account).compliant()).as("%s", verdict(account).findings()).isTrue();

    DrillPlan plan = plan(account);

    assertThat(plan.way()).isEqualTo(Way.NONE);
    assertThat(plan.read()).noneMatch(Step::isBroken);
    Step last = plan.read().get(plan.read().size() - 1);
    assertThat(last.link()).isEqualTo(Link.ALARM);
    assertThat(last.subject()).isEqualTo("trail-changes-by-query");
    assertThat(last.says()).contains("is a log alarm").endsWith("not drilled");
    assertThat(plan.notes()).anyMatch(note -> note.contains("`trail-changes-by-query`"));
  }

  @Test
  void aBrokenOneIsNamedAsTheJudgeNamesIt() throws Exception {
    Snapshot account = account(false);

    DrillPlan plan = plan(account);

    assertThat(plan.way()).isEqualTo(Way.NONE);
    Step last = plan.read().get(plan.read().size() - 1);
    assertThat(last.isBroken()).isTrue();
    assertThat(last.link()).isEqualTo(verdict(account).findings().get(0).link());
    assertThat(last.subject()).isEqualTo("trail-changes-by-query");
  }

  private static Verdict verdict(Snapshot account) {
    return new ControlJudge().judge(CONTROL, PARAMETERS, account, Confirmation.NOT_ASKED);
  }

  private static DrillPlan plan(Snapshot account) {
    return new DrillPlanner(new ControlJudge()).plan(CONTROL, PARAMETERS, account, Instant.EPOCH);
  }

  /** The good account with a log alarm in place of all metric filters. */
  private static Snapshot account(boolean actionsEnabled) throws IOException, BadSnapshot {
    Path file = Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json");
    ObjectNode account = (ObjectNode) JSON.readTree(file.toFile());
    ObjectNode region = (ObjectNode) account.path("regions").path("us-east-1");
    JsonNode filter = region.path("metricFilters").get(0);
    JsonNode alarm = region.path("MetricAlarms").get(0);
    ObjectNode query = JSON.createObjectNode();
    query
        .put("AlarmName", "trail-changes-by-query")
        .put("AlarmArn", "arn:aws:cloudwatch:us-east-1:111122223333:alarm:trail-changes-by-query")
        .put("ActionsEnabled", actionsEnabled)
        .put("StateValue", "OK")
        .put("QueryResultsToEvaluate", 1)
        .put("QueryResultsToAlarm", 1)
        .put("Threshold", 1.0)
        .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
        .put("TreatMissingData", "notBreaching")
        .set("AlarmActions", alarm.path("AlarmActions"));
    ObjectNode scheduled = query.putObject("ScheduledQueryConfiguration");
    scheduled
        .put("AggregationExpression", "count(*)")
        .put(
            "QueryString",
            "filter eventName in [\"CreateTrail\",\"UpdateTrail\",\"DeleteTrail\",\"StartLogging\","
                + "\"StopLogging\",\"PutEventSelectors\",\"PutInsightSelectors\"]");
    scheduled.putArray("LogGroupIdentifiers").add(filter.path("logGroupName").asText());
    scheduled
        .putObject("ScheduleConfiguration")
        .put("ScheduleExpression", "rate(5 minutes)")
        .put("StartTimeOffset", 1200)
        .put("EndTimeOffset", 0);
    region.set("metricFilters", JSON.createArrayNode());
    ArrayNode alarms = JSON.createArrayNode().add(query);
    region.set("LogAlarms", alarms);
    return SnapshotJson.read(account.toString(), file.toString());
  }
}
