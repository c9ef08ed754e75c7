package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.judge.fit.EverydayEvents;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.HashSet;
import java.util.Set;

/** Which filters and log alarms on a log group lead to a person. */
final class Watchers {
  private final JsonNode account;
  private final String regionName;
  private final JsonNode region;
  private final String group;
  private final Terms terms;

  Watchers(JsonNode account, String regionName, String group, Terms terms) {
    this.account = account;
    this.regionName = regionName;
    this.region = account.path("regions").path(regionName);
    this.group = group;
    this.terms = terms;
  }

  Set<String> holding(String watcher) {
    Tellers tellers = new Tellers(account, regionName, watcher, terms);
    Set<String> texts = new HashSet<>();
    for (JsonNode filter : region.path("metricFilters")) {
      String pattern = filter.path("filterPattern").asText();
      if (filter.path("logGroupName").asText().equals(group)
          && !filter.path("applyOnTransformedLogs").asBoolean()
          && isAsWideAsKnown(filter)
          && isNoNoise(pattern)) {
        for (JsonNode alarm : region.path("MetricAlarms")) {
          if (new MetricAlarmCheck(alarm, region, terms).firesFor(filter, watcher)
              && tellers.tells(alarm)) {
            texts.add(pattern);
          }
        }
      }
    }
    for (JsonNode alarm : region.path("LogAlarms")) {
      JsonNode query = alarm.path("ScheduledQueryConfiguration");
      if (isKnownToRead(query.path("LogGroupIdentifiers"))
          && LogAlarmCheck.fires(alarm, terms)
          && isUntransformed()
          && tellers.tells(alarm)) {
        texts.add(query.path("QueryString").asText());
      }
    }
    return texts;
  }

  private boolean isNoNoise(String text) {
    return FilterPattern.parse(text) instanceof FilterPattern pattern
        && EverydayEvents.matchedBy(pattern, terms.required()).isEmpty();
  }

  /** Whether a filter reads all events, or those that a known filter of its pattern reads. */
  private boolean isAsWideAsKnown(JsonNode filter) {
    if (filter.path("fieldSelectionCriteria").asText("").isBlank()) {
      return true;
    }
    for (JsonNode known : terms.original().path("regions").path(regionName).path("metricFilters")) {
      if (known.path("filterPattern").equals(filter.path("filterPattern"))
          && known.path("fieldSelectionCriteria").equals(filter.path("fieldSelectionCriteria"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnownToRead(JsonNode groups) {
    for (JsonNode one : groups) {
      if (one.asText().equals(group)) {
        return true;
      }
    }
    for (JsonNode known : terms.original().path("regions").path(regionName).path("LogAlarms")) {
      for (JsonNode read : known.path("ScheduledQueryConfiguration").path("LogGroupIdentifiers")) {
        if (groups.toString().contains(read.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isUntransformed() {
    for (JsonNode one : region.path("logGroups")) {
      if (!one.path("transformer").path("transformerConfig").isEmpty()) {
        return false;
      }
    }
    for (JsonNode policy : region.path("accountPolicies")) {
      if (policy.path("policyType").asText().equals("TRANSFORMER_POLICY")) {
        return false;
      }
    }
    return true;
  }
}
