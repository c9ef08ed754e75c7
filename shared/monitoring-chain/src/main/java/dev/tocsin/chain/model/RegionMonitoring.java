package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read of one Region. Names are those of the APIs' answers: CloudWatch Logs writes {@code
 * logGroups}, {@code metricFilters}, {@code subscriptionFilters} and {@code accountPolicies}, the
 * other services begin with a capital.
 */
public record RegionMonitoring(
    @JsonProperty("logGroups") List<LogGroup> logGroups,
    @JsonProperty("metricFilters") List<MetricFilter> metricFilters,
    @JsonProperty("subscriptionFilters") List<SubscriptionFilter> subscriptionFilters,
    @JsonProperty("MetricAlarms") List<MetricAlarm> metricAlarms,
    @JsonProperty("CompositeAlarms") List<CompositeAlarm> compositeAlarms,
    @JsonProperty("LogAlarms") List<LogAlarm> logAlarms,
    @JsonProperty("AlarmMuteRules") List<AlarmMuteRule> alarmMuteRules,
    @JsonProperty("Topics") List<Topic> topics,
    @JsonProperty("Keys") List<Key> keys,
    @JsonProperty("Rules") List<EventRule> rules,
    @JsonProperty("accountPolicies") List<AccountPolicy> accountPolicies) {

  public RegionMonitoring {
    logGroups = Checks.listedOnce("logGroups", logGroups, LogGroup::logGroupName);
    metricFilters =
        Checks.listedOnce(
            "metricFilters",
            metricFilters,
            filter -> filter.logGroupName() + ":" + filter.filterName());
    subscriptionFilters =
        Checks.listedOnce(
            "subscriptionFilters",
            subscriptionFilters,
            filter -> filter.logGroupName() + ":" + filter.filterName());
    metricAlarms = Checks.listedOnce("MetricAlarms", metricAlarms, MetricAlarm::alarmName);
    compositeAlarms =
        Checks.listedOnce("CompositeAlarms", compositeAlarms, CompositeAlarm::alarmName);
    logAlarms = Checks.listedOnce("LogAlarms", logAlarms, LogAlarm::alarmName);
    Checks.listedOnce(
        "CompositeAlarms",
        Stream.of(metricAlarms, logAlarms, compositeAlarms).flatMap(List::stream).toList(),
        Alarm::alarmName);
    alarmMuteRules = Checks.listedOnce("AlarmMuteRules", alarmMuteRules, AlarmMuteRule::name);
    topics = Checks.listedOnce("Topics", topics, Topic::topicArn);
    keys = Checks.listedOnce("Keys", keys, Key::keyId);
    rules = Checks.listedOnce("Rules", rules, rule -> rule.eventBusName() + "/" + rule.name());
    accountPolicies = Lists.orEmpty(accountPolicies);
  }
}
