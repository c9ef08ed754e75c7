package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Event rules that are what they were, and tell somebody by one of their topics. */
final class RuleCheck {
  private final JsonNode account;
  private final Terms terms;

  RuleCheck(JsonNode account, Terms terms) {
    this.account = account;
    this.terms = terms;
  }

  Set<String> holding(String watcher) {
    Set<String> texts = new HashSet<>();
    for (Map.Entry<String, JsonNode> region : account.path("regions").properties()) {
      for (JsonNode rule : region.getValue().path("Rules")) {
        if (isAsKnown(rule, region.getKey())
            && isRecorded(region.getKey())
            && tells(rule, region.getValue(), region.getKey(), watcher)) {
          texts.add(region.getKey() + rule.path("EventPattern").asText());
        }
      }
    }
    return texts;
  }

  private boolean isAsKnown(JsonNode rule, String region) {
    for (JsonNode known : terms.original().path("regions").path(region).path("Rules")) {
      boolean same = true;
      for (String member : new String[] {"EventPattern", "State", "Denied"}) {
        same &= known.path(member).equals(rule.path(member));
      }
      same &=
          known
              .path("EventBusName")
              .asText("default")
              .equals(rule.path("EventBusName").asText("default"));
      if (same && account.path("enabledRegions").equals(terms.original().path("enabledRegions"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a trail logs there, all events or those that it did. */
  private boolean isRecorded(String region) {
    for (JsonNode trail : account.path("trails")) {
      if (isSelective(trail)
          && trail.path("Status").path("IsLogging").asBoolean()
          && trail.path("IncludeGlobalServiceEvents").asBoolean(true)
          && (trail.path("IsMultiRegionTrail").asBoolean()
              || trail.path("HomeRegion").asText().equals(region))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSelective(JsonNode trail) {
    if (new TrailCheck(trail, terms).selectsRequired()) {
      return true;
    }
    for (JsonNode known : terms.original().path("trails")) {
      boolean more = isMore(trail, known, "EventSelectors");
      more &= isMore(trail, known, "AdvancedEventSelectors");
      if (more
          && known.path("TrailARN").equals(trail.path("TrailARN"))
          && isMore(trail, known, "Denied")) {
        return true;
      }
    }
    return false;
  }

  /** Selectors add up. */
  private static boolean isMore(JsonNode trail, JsonNode known, String list) {
    Set<JsonNode> all = new HashSet<>();
    trail.path(list).forEach(all::add);
    Set<JsonNode> needed = new HashSet<>();
    known.path(list).forEach(needed::add);
    return all.containsAll(needed) && all.isEmpty() == needed.isEmpty();
  }

  private boolean tells(JsonNode rule, JsonNode region, String name, String watcher) {
    for (JsonNode target : rule.path("Targets")) {
      String arn = target.path("Arn").asText();
      String[] parts = arn.split(":", 6);
      if (parts.length == 6
          && parts[1].equals(TrailCheck.partition(name))
          && parts[2].equals("sns")
          && parts[3].equals(name)
          && reaches(target, new TopicCheck(region, arn, "events.amazonaws.com", "", watcher))) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(JsonNode target, TopicCheck topic) {
    return target.hasNonNull("RoleArn")
        ? topic.reachesByRole()
            && new RoleCheck(account, target.path("RoleArn").asText())
                .mayPublish(target.path("Arn").asText())
        : topic.reaches();
  }
}
