package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.event.ruler.Ruler;

/**
 * Rules that hear of what a service makes of events, not of the events: a finding comes where the
 * service has a rule of its own for what happened, minutes to hours later. Whether a pattern asks
 * for it, however it is written, says AWS's own matcher.
 */
public final class FindingRules {

  /** Calls of services that make no findings: a rule that hears of one is about calls. */
  private static final List<FindingKind> CALLS =
      List.of(
          new FindingKind("aws.iam", "AWS API Call via CloudTrail", ""),
          new FindingKind("aws.ec2", "AWS API Call via CloudTrail", ""),
          new FindingKind("aws.s3", "AWS API Call via CloudTrail", ""),
          new FindingKind("aws.cloudtrail", "AWS API Call via CloudTrail", ""),
          new FindingKind("aws.signin", "AWS Console Sign In via CloudTrail", ""),
          new FindingKind("aws.kms", "AWS Service Event via CloudTrail", ""));

  private static final Set<String> OF_THE_KIND = Set.of("source", "detail-type");
  private static final String OR = "$or";

  private FindingRules() {}

  /** For each such rule of the snapshot's Regions, what it is about. */
  public static List<String> notes(Snapshot snapshot) {
    return new TreeMap<>(snapshot.regions())
        .values().stream()
            .flatMap(region -> region.rules().stream())
            .flatMap(rule -> note(rule).stream())
            .distinct()
            .toList();
  }

  private static Optional<String> note(EventRule rule) {
    return Optional.ofNullable(rule.eventPattern())
        .flatMap(FindingRules::about)
        .map(about -> "rule `" + rule.name() + "` " + about);
  }

  /**
   * What a rule with that pattern is about, a clause that begins with its verb; empty iff it hears
   * of no findings, or of calls of any service too.
   *
   * @param eventPattern JSON text, or what is none
   */
  public static Optional<String> about(String eventPattern) {
    try {
      return JsonTexts.read(eventPattern) instanceof ObjectNode pattern
          ? about(kindsOnly(pattern))
          : Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  private static Optional<String> about(ObjectNode asked) {
    if (asked.isEmpty() || CALLS.stream().anyMatch(call -> hears(asked, call))) {
      return Optional.empty();
    }
    Set<String> services = new LinkedHashSet<>();
    boolean calls = false;
    for (FindingKind kind : FindingKind.all()) {
      if (hears(asked, kind)) {
        services.add(kind.service());
        calls |= hears(asked, kind.call());
      }
    }
    if (services.isEmpty()) {
      return Optional.empty();
    }
    String names = String.join(", ", services);
    return Optional.of(
        "is about findings of %s: it hears of no call %s, and whether there is a finding for one is not decided here"
            .formatted(names, calls ? "but those to " + names : "itself"));
  }

  /** The pattern without what it asks of an event beyond its kind. */
  private static ObjectNode kindsOnly(ObjectNode pattern) {
    ObjectNode kinds = JsonNodeFactory.instance.objectNode();
    pattern
        .properties()
        .forEach(
            key -> {
              if (OF_THE_KIND.contains(key.getKey())) {
                kinds.set(key.getKey(), key.getValue());
              } else if (key.getKey().equals(OR)) {
                alternatives(key.getValue()).ifPresent(some -> kinds.set(OR, some));
              }
            });
    return kinds;
  }

  /** Empty iff one of them asks for no kind, so that any may come. */
  private static Optional<JsonNode> alternatives(JsonNode branches) {
    List<ObjectNode> kinds =
        branches
            .valueStream()
            .map(
                branch ->
                    branch instanceof ObjectNode object
                        ? kindsOnly(object)
                        : JsonNodeFactory.instance.objectNode())
            .toList();
    return kinds.isEmpty() || kinds.stream().anyMatch(ObjectNode::isEmpty)
        ? Optional.empty()
        : Optional.of(JsonNodeFactory.instance.arrayNode().addAll(kinds));
  }

  private static boolean hears(ObjectNode asked, FindingKind kind) {
    try {
      return Ruler.matchesRule(kind.event().toString(), asked.toString());
    } catch (Exception notAPattern) {
      // Ruler declares Exception. What it refuses EventBridge refuses too, and such a rule hears of
      // nothing; only a note depends on this, no verdict.
      return false;
    }
  }
}
