package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Confirms that a person is told of every required event, or does not. */
public final class SecondJudge {
  private final JsonNode account;
  private final Terms terms;

  private SecondJudge(JsonNode account, Terms terms) {
    this.account = account;
    this.terms = terms;
  }

  /** Whether somebody is told; false also where this judge does not know. */
  public static boolean confirms(JsonNode account, Terms terms) {
    return new SecondJudge(account, terms).confirms();
  }

  private boolean confirms() {
    String watcher = terms.watcher().orElse(account.path("account").asText());
    Set<String> rules =
        terms.eventBridge() ? new RuleCheck(account, terms).holding(watcher) : Set.of();
    if (isCovered(rules)) {
      return true;
    }
    Set<String> holding = new HashSet<>(rules);
    for (JsonNode trail : account.path("trails")) {
      boolean member = !watcher.equals(account.path("account").asText());
      if (new TrailCheck(trail, terms).holds(watcher, member)) {
        String region = trail.path("HomeRegion").asText();
        String group = TrailCheck.group(trail);
        String arn = trail.path("CloudWatchLogsLogGroupArn").asText();
        if (new GroupCheck(account.path("regions").path(region), group, arn).holds()) {
          holding.addAll(new Watchers(account, region, group, terms).holding(watcher));
        }
      }
    }
    return isCovered(holding);
  }

  private boolean isCovered(Set<String> holding) {
    return terms.coverings().stream().anyMatch(holding::containsAll);
  }
}
