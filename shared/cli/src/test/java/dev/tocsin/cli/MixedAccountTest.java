package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An account that watches the fifteen CIS controls in five ways, all of them good: one composite
 * alarm over three, metric-math alarms, filters split in two, EventBridge rules, and plain chains.
 */
class MixedAccountTest {

  private static final String ACCOUNT = "111122223333";
  private static final String HOME = "eu-west-1";
  private static final String GLOBAL = "us-east-1";
  private static final Set<String> BY_RULE = Set.of("iam-policy-changes", "organizations-changes");

  private static final List<Control> CONTROLS =
      ControlCatalog.load().controls().stream()
          .filter(control -> control.isIn(Benchmark.DEFAULT))
          .toList();

  private final ObjectNode home = JsonNodeFactory.instance.objectNode();
  private final ObjectNode global = JsonNodeFactory.instance.objectNode();

  @Test
  void every_control_is_compliant() throws BadSnapshot {
    Snapshot account = account("");
    assertThat(CONTROLS).hasSize(15);
    for (Control control : CONTROLS) {
      assertThat(judge(control, account).findings()).as(control.id()).isEmpty();
    }
  }

  @Test
  void no_control_is_compliant_once_the_topics_are_encrypted_with_the_managed_key()
      throws BadSnapshot {
    Snapshot account = account("alias/aws/sns");
    for (Control control : CONTROLS) {
      assertThat(judge(control, account).findings())
          .as(control.id())
          .isNotEmpty()
          .extracting(Finding::problem)
          .allSatisfy(problem -> assertThat(problem).contains("`alias/aws/sns`"));
    }
  }

  private static Verdict judge(Control control, Snapshot account) {
    JudgeOptions options =
        new JudgeOptions(true, Set.of(), Set.of(), 1, Optional.empty(), account.takenAt());
    return new ChainJudge()
        .judge(
            account,
            control.requirement(Benchmark.DEFAULT, List.of(), ACCOUNT, account.region()),
            options);
  }

  private Snapshot account(String key) throws BadSnapshot {
    home.removeAll();
    global.removeAll();
    home.putArray("logGroups").addObject().put("logGroupName", "cloudtrail");
    home.withArray("Topics").add(topic(HOME, "cloudwatch.amazonaws.com", key));
    global.withArray("Topics").add(topic(GLOBAL, "events.amazonaws.com", key));
    int way = 0;
    for (Control control : CONTROLS) {
      if (BY_RULE.contains(control.id())) {
        rule(control);
        continue;
      }
      switch (way++ % 4) {
        case 0 -> composite(control);
        case 1 -> metricMath(control);
        case 2 -> split(control);
        default -> plain(control);
      }
    }
    ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
    snapshot.put("account", ACCOUNT).put("region", HOME).put("takenAt", "2026-11-21T05:00:00Z");
    trail(snapshot.putArray("trails").addObject());
    snapshot.putObject("regions").<ObjectNode>set(HOME, home).set(GLOBAL, global);
    return SnapshotJson.read(snapshot, "mixed account");
  }

  private static void trail(ObjectNode trail) {
    trail.put("Name", "main").put("HomeRegion", HOME);
    trail.put("TrailARN", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main");
    trail.put("IsMultiRegionTrail", true).put("IncludeGlobalServiceEvents", true);
    trail.put(
        "CloudWatchLogsLogGroupArn", "arn:aws:logs:eu-west-1:111122223333:log-group:cloudtrail:*");
    trail
        .putObject("Status")
        .put("IsLogging", true)
        .put("LatestCloudWatchLogsDeliveryTime", "2026-11-21T04:55:00Z");
    trail
        .putArray("EventSelectors")
        .addObject()
        .put("ReadWriteType", "All")
        .put("IncludeManagementEvents", true);
  }

  private static ObjectNode topic(String region, String publisher, String key) {
    String arn = topicArn(region);
    ObjectNode topic = JsonNodeFactory.instance.objectNode().put("TopicArn", arn);
    ObjectNode attributes = topic.putObject("Attributes");
    attributes.put(
        "Policy",
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
         "Principal": {"Service": "%s"}, "Resource": "%s"}]}"""
            .formatted(publisher, arn));
    if (!key.isEmpty()) {
      attributes.put("KmsMasterKeyId", key);
    }
    topic
        .putArray("Subscriptions")
        .addObject()
        .put("SubscriptionArn", arn + ":0f5c9f5e-0000-4000-8000-000000000001")
        .put("Protocol", "email")
        .put("Endpoint", "security@example.com");
    return topic;
  }

  private static String topicArn(String region) {
    return "arn:aws:sns:" + region + ":" + ACCOUNT + ":security-alarms";
  }

  private void plain(Control control) {
    filter(control.id(), control.deployable(Benchmark.DEFAULT), control.id());
    alarm(control.id(), control.id()).putArray("AlarmActions").add(topicArn(HOME));
  }

  private void split(Control control) {
    String pattern = control.deployable(Benchmark.DEFAULT).strip();
    String inside = pattern.substring(1, pattern.length() - 1);
    for (String half : List.of("=", "!=")) {
      String metric = control.id() + (half.equals("=") ? "Here" : "Elsewhere");
      filter(metric, "{ (" + inside + ") && ($.awsRegion " + half + " \"" + HOME + "\") }", metric);
      alarm(metric, metric).putArray("AlarmActions").add(topicArn(HOME));
    }
  }

  private void metricMath(Control control) {
    filter(control.id(), control.deployable(Benchmark.DEFAULT), control.id());
    ObjectNode alarm = alarm(control.id(), control.id());
    alarm.remove(List.of("MetricName", "Namespace", "Statistic", "Period"));
    alarm.putArray("AlarmActions").add(topicArn(HOME));
    ArrayNode metrics = alarm.putArray("Metrics");
    metrics.addObject().put("Id", "total").put("Expression", "SUM([m1])").put("ReturnData", true);
    ObjectNode stat = metrics.addObject().put("Id", "m1").put("ReturnData", false);
    stat.putObject("MetricStat").put("Period", 300).put("Stat", "Sum");
    stat.withObject("/MetricStat")
        .putObject("Metric")
        .put("Namespace", "Security")
        .put("MetricName", control.id());
  }

  private void composite(Control control) {
    filter(control.id(), control.deployable(Benchmark.DEFAULT), control.id());
    alarm(control.id(), control.id());
    ArrayNode composites = home.withArray("CompositeAlarms");
    String child = "ALARM(\"" + control.id() + "\")";
    if (composites.isEmpty()) {
      composites
          .addObject()
          .put("AlarmName", "any")
          .put("AlarmRule", child)
          .putArray("AlarmActions")
          .add(topicArn(HOME));
    } else {
      ObjectNode any = (ObjectNode) composites.get(0);
      any.put("AlarmRule", any.get("AlarmRule").asText() + " OR " + child);
    }
  }

  private void rule(Control control) {
    JsonNode pattern = control.eventPattern().orElseThrow();
    ObjectNode rule = global.withArray("Rules").addObject().put("Name", control.id());
    rule.put("State", "ENABLED").put("EventPattern", pattern.toString());
    rule.putArray("Targets").addObject().put("Id", "1").put("Arn", topicArn(GLOBAL));
  }

  private void filter(String name, String pattern, String metric) {
    home.withArray("metricFilters")
        .addObject()
        .put("filterName", name)
        .put("logGroupName", "cloudtrail")
        .put("filterPattern", pattern)
        .putArray("metricTransformations")
        .addObject()
        .put("metricName", metric)
        .put("metricNamespace", "Security")
        .put("metricValue", "1");
  }

  private ObjectNode alarm(String name, String metric) {
    return home.withArray("MetricAlarms")
        .addObject()
        .put("AlarmName", name)
        .put("MetricName", metric)
        .put("Namespace", "Security")
        .put("Statistic", "Sum")
        .put("Period", 300)
        .put("EvaluationPeriods", 1)
        .put("Threshold", 1.0)
        .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
        .put("TreatMissingData", "notBreaching");
  }
}
