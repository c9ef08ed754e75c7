package dev.tocsin.remediation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who would miss our topic.
 *
 * @param going alarms that are taken away with it
 * @param rules rules that are taken away with it
 */
record TopicUse(
    RegionMonitoring region,
    String arn,
    String account,
    List<MetricAlarm> going,
    List<EventRule> rules) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What else uses the topic, as a clause; empty iff nothing is seen to. */
  Optional<String> of(Topic topic) {
    return Stream.of(alarm(), rule(), reading(topic), subscription(topic), policy(topic))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> alarm() {
    return Stream.<List<? extends Alarm>>of(
            region.metricAlarms(), region.compositeAlarms(), region.logAlarms())
        .<Alarm>flatMap(Collection::stream)
        .filter(alarm -> going.stream().noneMatch(alarm::equals))
        .filter(
            alarm ->
                Stream.of(alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions())
                    .anyMatch(actions -> actions.contains(arn)))
        .findFirst()
        .map(
            alarm ->
                "is an action of %s `%s`, which remediation did not make"
                    .formatted(alarm.kind(), alarm.alarmName()));
  }

  private Optional<String> rule() {
    return region.rules().stream()
        .filter(rule -> !rules.contains(rule))
        .filter(
            rule ->
                !rule.denied().isEmpty()
                    || rule.targets().stream().anyMatch(target -> target.arn().equals(arn)))
        .findFirst()
        .map(rule -> "is, or may be, a target of rule `" + rule.name() + "`");
  }

  private static Optional<String> reading(Topic topic) {
    return topic.denied().isEmpty()
        ? Optional.empty()
        : Optional.of("cannot be read (" + String.join(", ", topic.denied()) + " denied)");
  }

  /** Remediation subscribes one address, by e-mail. */
  private static Optional<String> subscription(Topic topic) {
    boolean one =
        topic.subscriptions().size() <= 1
            && topic.subscriptions().stream().allMatch(s -> "email".equals(s.protocol()));
    return one ? Optional.empty() : Optional.of("has subscriptions that remediation did not make");
  }

  private Optional<String> policy(Topic topic) {
    String policy = topic.attributes().get("Policy");
    if (policy == null) {
      return Optional.empty();
    }
    try {
      for (JsonNode statement : JSON.readTree(policy).path("Statement")) {
        if (!statement.path("Sid").asText().startsWith(PublishPolicy.STATEMENT_ID)) {
          return Optional.of("lets others publish, by statements that remediation did not make");
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.of("has a policy that is not understood");
    }
  }
}
