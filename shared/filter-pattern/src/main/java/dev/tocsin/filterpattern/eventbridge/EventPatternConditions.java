package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Fields;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Leaf;
import dev.tocsin.filterpattern.eventbridge.ValueTest.AnythingBut;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Place;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Text;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Wildcard;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event pattern as a condition on the record inside the event: {@code source}, {@code
 * detail-type}, {@code account} and {@code region} are traced back to the fields they are made of.
 */
final class EventPatternConditions {
  private static final FieldPath EVENT_SOURCE = FieldPath.of("eventSource");
  private static final FieldPath EVENT_TYPE = FieldPath.of("eventType");

  private static final TextSet ANY_SERVICE =
      TextSet.wildcard(List.of("", Envelope.DOMAIN), WildcardReading.GLOB);

  private EventPatternConditions() {}

  static Condition of(Fields pattern) {
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, PatternNode> field : pattern.fields().entrySet()) {
      all.add(of(field.getKey(), field.getValue()));
    }
    if (!pattern.anyOf().isEmpty()) {
      all.add(new Condition.Any(pattern.anyOf().stream().map(EventPatternConditions::of).toList()));
    }
    return new Condition.All(all);
  }

  private static Condition of(String field, PatternNode node) {
    if (field.equals(Envelope.DETAIL)) {
      return RecordConditions.of(node, FieldPath.ROOT);
    }
    if (field.equals(Envelope.SOURCE) && node instanceof Leaf leaf) {
      return source(leaf.tests());
    }
    if (field.equals(Envelope.DETAIL_TYPE) && node instanceof Leaf leaf) {
      return detailType(leaf.tests());
    }
    if (List.of("account", "region").contains(field)) {
      return RecordConditions.of(node, FieldPath.of(Envelope.COPIED.get(field)));
    }
    return node instanceof Leaf leaf ? ofEveryEvent(field, leaf.tests()) : opaque(field);
  }

  /**
   * What every event has whatever its record: a version, of which there is one, an id, a time; and
   * what none has when it happens, the name of a replay.
   */
  private static Condition ofEveryEvent(String field, List<ValueTest> tests) {
    if (field.equals(Envelope.REPLAY_NAME)) {
      return tests.stream().anyMatch(test -> test instanceof Exists exists && !exists.expected())
          ? Condition.always()
          : Condition.never();
    }
    if (field.equals(Envelope.VERSION)) {
      JsonNode value = TextNode.valueOf(Envelope.ONLY_VERSION);
      return tests.stream().anyMatch(test -> Scalars.holds(test, value))
          ? Condition.always()
          : Condition.never();
    }
    boolean asksForPresence =
        tests.stream().anyMatch(test -> test instanceof Exists exists && exists.expected());
    return Envelope.PRESENT.contains(field) && asksForPresence ? Condition.always() : opaque(field);
  }

  private static Condition opaque(String field) {
    return new Condition.Opaque("the event pattern's tests on `" + field + "`");
  }

  /**
   * {@code aws.ec2} says that the record is from {@code ec2.amazonaws.com}, a source that begins
   * with {@code aws.e} that it is from a service whose name begins with {@code e}, and anything but
   * these that it is from another one.
   */
  private static Condition source(List<ValueTest> tests) {
    List<Condition> services = new ArrayList<>();
    for (ValueTest test : tests) {
      if (!(test instanceof AnythingBut but)) {
        services.add(services(test));
      } else {
        services.add(
            Condition.all(
                new Condition.Field(EVENT_SOURCE, ValueSet.of(ANY_SERVICE)),
                Condition.not(source(but.excluded()))));
      }
    }
    return Condition.any(services.toArray(Condition[]::new));
  }

  private static Condition services(ValueTest test) {
    Optional<List<String>> pieces = pieces(test);
    if (pieces.isEmpty()) {
      return opaque(Envelope.SOURCE);
    }
    List<String> service = new ArrayList<>(pieces.orElseThrow());
    if (!service.get(0).startsWith(Envelope.SOURCE_PREFIX)) {
      return Condition.never();
    }
    service.set(0, service.get(0).substring(Envelope.SOURCE_PREFIX.length()));
    int last = service.size() - 1;
    service.set(last, service.get(last) + Envelope.DOMAIN);
    TextSet names =
        last == 0 ? TextSet.word(service.get(0)) : TextSet.wildcard(service, WildcardReading.GLOB);
    return new Condition.Field(EVENT_SOURCE, ValueSet.of(names));
  }

  /**
   * The texts between the gaps of the sources that a test accepts, of which the first is whole: all
   * sources begin alike. Empty iff they are not written so.
   */
  private static Optional<List<String>> pieces(ValueTest test) {
    if (test instanceof Exists exists && exists.expected()) {
      return Optional.of(List.of(Envelope.SOURCE_PREFIX, ""));
    }
    if (test instanceof Wildcard wildcard) {
      return Optional.of(wildcard.pieces())
          .filter(pieces -> pieces.size() == 1 || pieces.get(0).startsWith(Envelope.SOURCE_PREFIX));
    }
    if (!(test instanceof Text text) || text.ignoreCase()) {
      return Optional.empty();
    }
    return switch (text.place()) {
      case WHOLE -> Optional.of(List.of(text.text()));
      case PREFIX ->
          Optional.of(
              List.of(
                  Envelope.SOURCE_PREFIX.startsWith(text.text())
                      ? Envelope.SOURCE_PREFIX
                      : text.text(),
                  ""));
      case SUFFIX ->
          Optional.of(List.of(Envelope.SOURCE_PREFIX, text.text()))
              .filter(pieces -> !text.text().contains("."));
    };
  }

  /** Three event types have a documented detail type; of the others nothing is known. */
  private static Condition detailType(List<ValueTest> tests) {
    if (tests.stream().anyMatch(Exists.class::isInstance)) {
      return opaque(Envelope.DETAIL_TYPE);
    }
    Set<String> types = new LinkedHashSet<>();
    Envelope.DETAIL_TYPES.forEach(
        (eventType, detailType) -> {
          JsonNode value = TextNode.valueOf(detailType);
          if (tests.stream().anyMatch(test -> Scalars.holds(test, value))) {
            types.add(eventType);
          }
        });
    Condition known = new Condition.Field(EVENT_TYPE, ValueSet.of(TextSet.words(types)));
    boolean onlyKnown =
        tests.stream()
            .allMatch(
                test -> isWord(test) && Envelope.DETAIL_TYPES.containsValue(((Text) test).text()));
    if (onlyKnown) {
      return known;
    }
    TextSet documented = TextSet.words(Envelope.DETAIL_TYPES.keySet());
    return Condition.any(
        known,
        Condition.all(
            new Condition.Field(EVENT_TYPE, ValueSet.of(documented.complement())),
            opaque(Envelope.DETAIL_TYPE)));
  }

  private static boolean isWord(ValueTest test) {
    return test instanceof Text text && text.place() == Place.WHOLE && !text.ignoreCase();
  }
}
