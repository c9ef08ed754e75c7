package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether an alarm that changes to ALARM tells a person, or a composite alarm above it does. */
final class Tellers {
  private static final Pattern NAMED =
      Pattern.compile("ALARM\\s*\\(\\s*\"?([^\"()]+?)\"?\\s*\\)", Pattern.CASE_INSENSITIVE);

  /** More is not followed, since every way is walked for itself. */
  private static final int DEEPEST = 4;

  private static final int MOST = 8;

  private final JsonNode region;
  private final String prefix;
  private final ActionCheck actions;
  private final Quiet quiet;

  Tellers(JsonNode account, String regionName, String watcher, Terms terms) {
    this.region = account.path("regions").path(regionName);
    this.prefix =
        String.join(
            ":",
            "arn",
            TrailCheck.partition(regionName),
            "cloudwatch",
            regionName,
            watcher,
            "alarm:");
    this.actions = new ActionCheck(region, regionName, watcher, terms);
    this.quiet = new Quiet(region, terms);
  }

  boolean tells(JsonNode alarm) {
    if (tellsItself(alarm)) {
      return true;
    }
    if (!quiet.isReady(alarm)) {
      return false;
    }
    for (JsonNode composite : region.path("CompositeAlarms")) {
      if (raises(alarm, composite) && isEvaluated(composite, new HashSet<>()) && tells(composite)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the alarm is one of those that raise it each, or all that must are its twins. */
  private boolean raises(JsonNode alarm, JsonNode composite) {
    List<String> all = joined(composite);
    return alternatives(composite).contains(name(alarm))
        || (all.contains(name(alarm)) && new Twins(region, alarm, quiet).areAll(all));
  }

  private boolean tellsItself(JsonNode alarm) {
    return alarm.path("AlarmArn").asText(prefix + name(alarm)).equals(prefix + name(alarm))
        && alarm.path("ActionsEnabled").asBoolean(true)
        && quiet.isReady(alarm)
        && quiet.isUnmuted(alarm)
        && isUnsuppressed(alarm)
        && actions.reaches(alarm);
  }

  /** Without a suppressor, or with one that watches what no filter of this Region feeds. */
  private boolean isUnsuppressed(JsonNode alarm) {
    if (alarm.hasNonNull("ActionsSuppressedBy")) {
      return false;
    }
    String suppressor = alarm.path("ActionsSuppressor").asText("");
    return suppressor.isBlank()
        || Stream.of(region.path("MetricAlarms"))
            .flatMap(list -> list.findParents("AlarmName").stream())
            .anyMatch(one -> isNamed(one, suppressor) && quiet.isApart(one));
  }

  private boolean isNamed(JsonNode alarm, String nameOrArn) {
    return name(alarm).equals(nameOrArn) || (prefix + name(alarm)).equals(nameOrArn);
  }

  /** Whether the rule and those of all alarms in it are understood and lead round no circle. */
  private boolean isEvaluated(JsonNode composite, Set<String> above) {
    List<String> named = new ArrayList<>(alternatives(composite));
    named.addAll(joined(composite));
    if (named.isEmpty()
        || above.size() == DEEPEST
        || region.path("CompositeAlarms").size() > MOST
        || !above.add(name(composite))) {
      return false;
    }
    for (JsonNode other : region.path("CompositeAlarms")) {
      if (named.contains(name(other)) && !isEvaluated(other, new HashSet<>(above))) {
        return false;
      }
    }
    return true;
  }

  /** The names in a rule of the form {@code ALARM(…) OR ALARM(…)}; none iff it is another. */
  private List<String> alternatives(JsonNode composite) {
    return names(composite, "OR");
  }

  /** The names in a rule of the form {@code ALARM(…) AND ALARM(…)}; none iff it is another. */
  private List<String> joined(JsonNode composite) {
    return names(composite, "AND");
  }

  private List<String> names(JsonNode composite, String between) {
    String rule = composite.path("AlarmRule").asText();
    Matcher matcher = NAMED.matcher(rule);
    boolean plain =
        NAMED
            .matcher(rule)
            .replaceAll("1")
            .matches("\\s*\\(?1(\\s+%s\\s+1)*\\)?\\s*".formatted(between));
    return plain ? matcher.results().map(found -> bare(found.group(1))).toList() : List.of();
  }

  private String bare(String nameOrArn) {
    return nameOrArn.startsWith(prefix) ? nameOrArn.substring(prefix.length()) : nameOrArn;
  }

  private static String name(JsonNode alarm) {
    return alarm.path("AlarmName").asText();
  }
}
