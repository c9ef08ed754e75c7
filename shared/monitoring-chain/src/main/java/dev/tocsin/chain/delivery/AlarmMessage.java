package dev.tocsin.chain.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.MetricAlarm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message CloudWatch publishes when an alarm enters ALARM, as far as the alarm tells. Shape:
 * CloudWatch user guide, "Notifying users on alarm changes".
 *
 * @param forms the messages possible: the state before may have been either of the other two
 * @param unforeseen fields, dotted, that every form has but whose value is known only when it is
 *     sent
 */
record AlarmMessage(List<ObjectNode> forms, Set<String> unforeseen) {

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

  static AlarmMessage of(Alarm alarm, String alarmArn, String account) {
    boolean oneMetric = alarm instanceof MetricAlarm metric && metric.singleMetric().isPresent();
    Set<String> unforeseen =
        oneMetric
            ? Stream.concat(UNFORESEEN.stream(), UNFORESEEN_IN_TRIGGER.stream())
                .collect(Collectors.toUnmodifiableSet())
            : UNFORESEEN;
    return new AlarmMessage(
        Stream.of("OK", "INSUFFICIENT_DATA")
            .map(before -> form(alarm, alarmArn, account, before, unforeseen))
            .toList(),
        unforeseen);
  }

  /** Whether a field may be there although no form has it: what triggered depends on the alarm. */
  boolean mayHave(String field) {
    return field.startsWith("Trigger.")
        && forms.get(0).at("/" + field.replace('.', '/')).isMissingNode();
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
  }

  private static void fill(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
