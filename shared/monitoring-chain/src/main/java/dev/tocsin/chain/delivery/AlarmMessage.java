package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.MetricAlarm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The message CloudWatch publishes when an alarm enters ALARM. Its forms differ by the state
 * before, which may have been either of the other two. Shape: CloudWatch user guide, "Notifying
 * users on alarm changes".
 */
final class AlarmMessage {

  private static final Set<String> UNFORESEEN =
      Set.of(
          "AlarmDescription",
          "AlarmConfigurationUpdatedTimestamp",
          "NewStateReason",
          "StateChangeTime",
          "Region");
  private static final Set<String> UNFORESEEN_IN_TRIGGER =
      Set.of(
          "Trigger.StatisticType",
          "Trigger.Statistic",
          "Trigger.Unit",
          "Trigger.TreatMissingData",
          "Trigger.EvaluateLowSampleCountPercentile");
  private static final String WHEN_SENT = "known when sent";

  /** How the message spells a statistic, as the guide's examples show; others are not known. */
  private static final Map<String, String> STATISTICS =
      Map.of("Sum", "SUM", "Average", "AVERAGE", "Minimum", "MINIMUM", "Maximum", "MAXIMUM");

  private AlarmMessage() {}

  static Message of(Alarm alarm, String alarmArn, String account) {
    Set<String> unforeseen = new HashSet<>(UNFORESEEN);
    if (alarm instanceof MetricAlarm metric && metric.singleMetric().isPresent()) {
      unforeseen.addAll(UNFORESEEN_IN_TRIGGER);
      if (statistic(metric).isPresent()) {
        unforeseen.remove("Trigger.Statistic");
      }
    }
    return new Message(
        Stream.of("OK", "INSUFFICIENT_DATA")
            .map(before -> form(alarm, alarmArn, account, before, unforeseen))
            .toList(),
        unforeseen,
        Set.of("Trigger"));
  }

  private static ObjectNode form(
      Alarm alarm, String alarmArn, String account, String before, Set<String> unforeseen) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("AlarmName", alarm.alarmName());
    message.put("AWSAccountId", account);
    message.put("NewStateValue", "ALARM");
    message.put("OldStateValue", before);
    message.put("AlarmArn", alarmArn);
    fill(message.putArray("OKActions"), alarm.okActions());
    fill(message.putArray("AlarmActions"), alarm.alarmActions());
    fill(message.putArray("InsufficientDataActions"), alarm.insufficientDataActions());
    if (alarm instanceof CompositeAlarm composite) {
      message.put("AlarmRule", composite.alarmRule());
    }
    if (alarm instanceof MetricAlarm metric && metric.singleMetric().isPresent()) {
      trigger(message.putObject("Trigger"), metric);
    }
    for (String field : unforeseen) {
      ObjectNode parent = field.startsWith("Trigger.") ? message.withObject("/Trigger") : message;
      parent.put(field.substring(field.indexOf('.') + 1), WHEN_SENT);
    }
    return message;
  }

  private static void trigger(ObjectNode trigger, MetricAlarm alarm) {
    trigger.put("MetricName", alarm.metricName());
    trigger.put("Namespace", alarm.namespace());
    trigger.put("Period", alarm.period());
    trigger.put("EvaluationPeriods", alarm.evaluationPeriods());
    trigger.put("ComparisonOperator", alarm.comparisonOperator());
    trigger.put("Threshold", alarm.threshold());
    statistic(alarm).ifPresent(statistic -> trigger.put("Statistic", statistic));
  }

  private static Optional<String> statistic(MetricAlarm alarm) {
    return Optional.ofNullable(alarm.statistic()).map(STATISTICS::get);
  }

  private static void fill(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
