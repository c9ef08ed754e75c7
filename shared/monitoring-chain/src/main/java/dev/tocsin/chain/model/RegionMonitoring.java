package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was read of one Region. Names are those of the APIs' answers: CloudWatch Logs writes {@code
 * logGroups}, {@code metricFilters} and {@code accountPolicies}, the other services begin with a
 * capital.
 */
public record RegionMonitoring(
    @JsonProperty("logGroups") List<LogGroup> logGroups,
    @JsonProperty("metricFilters") List<MetricFilter> metricFilters,
    @JsonProperty("MetricAlarms") List<MetricAlarm> metricAlarms,
    @JsonProperty("CompositeAlarms") List<CompositeAlarm> compositeAlarms,
    @JsonProperty("LogAlarms") List<LogAlarm> logAlarms,
    @JsonProperty("AlarmMuteRules") List<AlarmMuteRule> alarmMuteRules,
    @JsonProperty("Topics") List<Topic> topics,
    @JsonProperty("Keys") List<Key> keys,
    @JsonProperty("Rules") List<EventRule> rules,
    @JsonProperty("accountPolicies") List<AccountPolicy> accountPolicies) {

  public RegionMonitoring {
    logGroups = Lists.orEmpty(logGroups);
    metricFilters = Lists.orEmpty(metricFilters);
    metricAlarms = Lists.orEmpty(metricAlarms);
    compositeAlarms = Lists.orEmpty(compositeAlarms);
    logAlarms = Lists.orEmpty(logAlarms);
    alarmMuteRules = Lists.orEmpty(alarmMuteRules);
    topics = Lists.orEmpty(topics);
    keys = Lists.orEmpty(keys);
    rules = Lists.orEmpty(rules);
    accountPolicies = Lists.orEmpty(accountPolicies);
  }
}
