package dev.tocsin.chain.trail;

import dev.tocsin.chain.model.AdvancedEventSelector;
import dev.tocsin.chain.model.AdvancedEventSelector.FieldSelector;
import dev.tocsin.chain.model.EventSelector;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which management events a trail records, as alternatives: an event is recorded iff it passes all
 * conditions of one of them. A condition is a comparison of the filter pattern language, so that
 * the engine can decide it against a control.
 *
 * <p>A trail without events of global services is known to record those of services that are not.
 *
 * <p>Source: the API reference of {@code EventSelector} and {@code AdvancedFieldSelector}.
 * Management events always say {@code readOnly}, so what a read-only and a write-only selector have
 * in common is recorded whole.
 */
public final class TrailSelection {
  private static final String READS = "$.readOnly IS TRUE";
  private static final String WRITES = "$.readOnly IS FALSE";

  private static final Set<String> READ_WRITE_TYPES = Set.of("All", "ReadOnly", "WriteOnly");

  /**
   * Services of which every event is of one Region, so that a trail records it whatever it leaves
   * out of global services. Source: botocore's endpoints, an endpoint of its own in each Region;
   * what is not listed may be global.
   */
  private static final String REGIONAL =
      Stream.of(
              "backup",
              "cloudtrail",
              "config",
              "dynamodb",
              "ec2",
              "ecs",
              "eks",
              "events",
              "guardduty",
              "kms",
              "lambda",
              "logs",
              "monitoring",
              "rds",
              "secretsmanager",
              "securityhub",
              "sns",
              "sqs",
              "ssm")
          .map(service -> "$.eventSource = " + quoted(service + ".amazonaws.com"))
          .collect(Collectors.joining(" || ", "(", ")"));

  private final List<Set<String>> alternatives;

  private TrailSelection(List<Set<String>> alternatives) {
    this.alternatives = alternatives;
  }

  /** What the trail's basic and advanced selectors record together. */
  public static TrailSelection of(Trail trail) {
    List<Set<String>> alternatives = new ArrayList<>();
    trail.eventSelectors().stream()
        .filter(EventSelector::includeManagementEvents)
        .filter(selector -> READ_WRITE_TYPES.contains(selector.readWriteType()))
        .map(TrailSelection::conditions)
        .forEach(alternatives::add);
    trail.advancedEventSelectors().stream()
        .filter(TrailSelection::selectsManagementEvents)
        .map(TrailSelection::conditions)
        .filter(conditions -> !conditions.containsAll(Set.of(READS, WRITES)))
        .forEach(alternatives::add);
    return of(trail, alternatives);
  }

  /** What the trail records if nobody chose selectors: every management event. */
  public static TrailSelection unchosen(Trail trail) {
    return of(trail, List.of(new LinkedHashSet<>()));
  }

  private static TrailSelection of(Trail trail, List<Set<String>> alternatives) {
    if (!trail.includeGlobalServiceEvents()) {
      alternatives.forEach(conditions -> conditions.add(REGIONAL));
    }
    return new TrailSelection(withReadsAndWritesJoined(alternatives));
  }

  /** True iff the trail records no management event at all. */
  public boolean nothing() {
    return alternatives.isEmpty();
  }

  /** True iff the trail records some management events that read. */
  public boolean reads() {
    return alternatives.stream().anyMatch(conditions -> !conditions.contains(WRITES));
  }

  /** True iff the trail records some management events that write. */
  public boolean writes() {
    return alternatives.stream().anyMatch(conditions -> !conditions.contains(READS));
  }

  /** True iff the trail records every management event. */
  public boolean everything() {
    return alternatives.stream().anyMatch(Set::isEmpty);
  }

  /**
   * The events that are recorded, for a selection that is neither nothing nor everything; empty iff
   * they cannot be written as one filter pattern.
   */
  public Optional<FilterPattern> pattern() {
    String text =
        alternatives.stream()
            .map(conditions -> "(" + String.join(" && ", conditions) + ")")
            .collect(Collectors.joining(" || ", "{ ", " }"));
    Parsed parsed = FilterPattern.parse(text);
    return parsed instanceof FilterPattern pattern ? Optional.of(pattern) : Optional.empty();
  }

  /** The conditions in words, for messages. */
  public String restrictions() {
    return alternatives.stream().flatMap(Set::stream).distinct().collect(Collectors.joining(", "));
  }

  private static Set<String> conditions(EventSelector selector) {
    Set<String> conditions = new LinkedHashSet<>();
    if (selector.readWriteType().equals("ReadOnly")) {
      conditions.add(READS);
    } else if (selector.readWriteType().equals("WriteOnly")) {
      conditions.add(WRITES);
    }
    selector
        .excludeManagementEventSources()
        .forEach(source -> conditions.add("$.eventSource != " + quoted(source)));
    return conditions;
  }

  private static boolean selectsManagementEvents(AdvancedEventSelector selector) {
    if (selector.fieldSelectors().stream().anyMatch(TrailSelection::asksNothing)) {
      return false;
    }
    List<FieldSelector> categories =
        selector.fieldSelectors().stream()
            .filter(field -> field.field().equals("eventCategory"))
            .toList();
    return !categories.isEmpty()
        && categories.stream()
            .allMatch(field -> field.equalTo().contains("Management") && asksOnlyEquals(field));
  }

  private static Set<String> conditions(AdvancedEventSelector selector) {
    Set<String> conditions = new LinkedHashSet<>();
    for (FieldSelector field : selector.fieldSelectors()) {
      if (field.field().equals("eventCategory")) {
        continue;
      }
      if (field.field().equals("readOnly")) {
        conditions.addAll(readOnly(field));
        continue;
      }
      String selects =
          Stream.of(
                  comparisons(field, "=", field.equalTo(), "", ""),
                  comparisons(field, "=", field.startsWith(), "", "*"),
                  comparisons(field, "=", field.endsWith(), "*", ""))
              .flatMap(comparisons -> comparisons)
              .collect(Collectors.joining(" || "));
      if (!selects.isEmpty()) {
        conditions.add("(" + selects + ")");
      }
      Stream.of(
              comparisons(field, "!=", field.notEqualTo(), "", ""),
              comparisons(field, "!=", field.notStartsWith(), "", "*"),
              comparisons(field, "!=", field.notEndsWith(), "*", ""))
          .flatMap(comparisons -> comparisons)
          .map(deselects -> "(" + deselects + " || $." + field.field() + " NOT EXISTS)")
          .forEach(conditions::add);
    }
    return conditions;
  }

  private static Set<String> readOnly(FieldSelector field) {
    Set<String> conditions = new LinkedHashSet<>();
    if (!recorded(field, "true")) {
      conditions.add(WRITES);
    }
    if (!recorded(field, "false")) {
      conditions.add(READS);
    }
    return conditions;
  }

  private static boolean asksNothing(FieldSelector field) {
    return field.equalTo().isEmpty() && asksOnlyEquals(field);
  }

  private static boolean asksOnlyEquals(FieldSelector field) {
    return Stream.of(
            field.startsWith(),
            field.endsWith(),
            field.notEqualTo(),
            field.notStartsWith(),
            field.notEndsWith())
        .allMatch(List::isEmpty);
  }

  private static boolean recorded(FieldSelector field, String value) {
    boolean otherwise =
        Stream.of(field.startsWith(), field.endsWith(), field.notStartsWith(), field.notEndsWith())
            .anyMatch(values -> !values.isEmpty());
    return !otherwise
        && (field.equalTo().isEmpty() || field.equalTo().contains(value))
        && !field.notEqualTo().contains(value);
  }

  private static Stream<String> comparisons(
      FieldSelector field, String operator, List<String> values, String before, String after) {
    // A `*` is plain text in a selector, and no name, source or ARN of a record holds one: such a
    // value selects nothing (written as the empty text) and deselects nothing.
    return values.stream()
        .filter(value -> operator.equals("=") || !value.contains("*"))
        .map(value -> value.contains("*") ? "" : before + value + after)
        .map(value -> "$." + field.field() + " " + operator + " " + quoted(value));
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static List<Set<String>> withReadsAndWritesJoined(List<Set<String>> alternatives) {
    List<Set<String>> joined = new ArrayList<>(alternatives);
    for (Set<String> reads : alternatives) {
      for (Set<String> writes : alternatives) {
        if (reads.contains(READS) && writes.contains(WRITES)) {
          Set<String> common = new LinkedHashSet<>(reads);
          common.addAll(writes);
          common.removeAll(Set.of(READS, WRITES));
          joined.add(common);
        }
      }
    }
    return joined;
  }
}
