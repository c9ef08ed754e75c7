package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The reads that planned calls hang on. */
final class Checks {
  static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AGAIN = "; it changed since it was read: plan again";

  private Checks() {}

  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }

  /** A read of what an answer has there; a way is of texts and maps. */
  static Read read(String service, String operation, Map<String, ?> parameters, Object... at) {
    return new Read(
        service,
        operation,
        (ObjectNode) json(parameters),
        Arrays.stream(at).map(Checks::json).toList());
  }

  static Expectation is(Read read, Object value, String otherwise) {
    return new Expectation(
        read, value instanceof JsonNode node ? node : json(value), true, otherwise);
  }

  static Expectation absent(Read read, String otherwise) {
    return new Expectation(read, NOTHING, true, otherwise);
  }

  static Expectation present(Read read, String otherwise) {
    return new Expectation(read, NOTHING, false, otherwise);
  }

  /** What is true of a thing once a call was made needs no advice. */
  static Expectation done(Read read, Object value) {
    return is(read, value, "");
  }

  static Read topicTag(String arn) {
    return read(
        "sns",
        "ListTagsForResource",
        Map.of("ResourceArn", arn),
        "Tags",
        Map.of("Key", OwnNames.TAG));
  }

  static Expectation topicIsOurs(String arn) {
    return present(
        topicTag(arn),
        "topic `%s` carries no tag `%s`, so somebody else made it: name it as the topic to notify, or rename it"
            .formatted(arn, OwnNames.TAG));
  }

  static Read topicPolicy(String arn) {
    return read("sns", "GetTopicAttributes", Map.of("TopicArn", arn), "Attributes", "Policy");
  }

  static Expectation topicPolicyIs(String arn, JsonNode policy) {
    return is(topicPolicy(arn), policy, "the policy of topic `" + arn + "` is another" + AGAIN);
  }

  static Read alarm(String name) {
    return alarm("MetricAlarms", name);
  }

  static Read composite(String name) {
    return alarm("CompositeAlarms", name);
  }

  /** An alarm of a kind, as the answer lists it; names are unique over all kinds. */
  static Read alarm(String list, String name, String... more) {
    List<Object> at = new ArrayList<>(List.of(list, Map.of("AlarmName", name)));
    at.addAll(List.of(more));
    List<String> kinds =
        list.equals("LogAlarms")
            ? List.of("MetricAlarm", "CompositeAlarm", "LogAlarm")
            : List.of("MetricAlarm", "CompositeAlarm");
    return read(
        "cloudwatch",
        "DescribeAlarms",
        Map.of("AlarmNames", List.of(name), "AlarmTypes", kinds),
        at.toArray());
  }

  static Expectation alarmIs(String name, Map<String, ?> members) {
    return is(alarm(name), members, "alarm `" + name + "` is another" + AGAIN);
  }

  static Expectation alarmIsOurs(String arn, String name) {
    return present(
        read(
            "cloudwatch",
            "ListTagsForResource",
            Map.of("ResourceARN", arn),
            "Tags",
            Map.of("Key", OwnNames.TAG)),
        "alarm `%s` carries no tag `%s`, so somebody else made it: rename it, or tag it `%2$s` if it is yours to replace"
            .formatted(name, OwnNames.TAG));
  }

  static Read filter(String group, String name) {
    return read(
        "logs",
        "DescribeMetricFilters",
        Map.of("logGroupName", group, "filterNamePrefix", name),
        "metricFilters",
        Map.of("filterName", name, "logGroupName", group));
  }

  static Read logGroup(String name, Object... at) {
    Object[] way = new Object[at.length + 2];
    way[0] = "logGroups";
    way[1] = Map.of("logGroupName", name);
    System.arraycopy(at, 0, way, 2, at.length);
    return read("logs", "DescribeLogGroups", Map.of("logGroupNamePrefix", name), way);
  }

  static Read rule(String name) {
    return read("events", "DescribeRule", Map.of("Name", name));
  }

  static Expectation ruleIsOurs(String arn, String name) {
    return present(
        read(
            "events",
            "ListTagsForResource",
            Map.of("ResourceARN", arn),
            "Tags",
            Map.of("Key", OwnNames.TAG)),
        "rule `%s` carries no tag `%s`, so somebody else made it: rename it, or tag it `%2$s` if it is yours to replace"
            .formatted(name, OwnNames.TAG));
  }

  static Expectation changed(Read read, Object value, String thing) {
    return is(read, value, thing + AGAIN);
  }
}
