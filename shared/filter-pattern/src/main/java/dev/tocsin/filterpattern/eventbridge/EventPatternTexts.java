package dev.tocsin.filterpattern.eventbridge;

import dev.tocsin.filterpattern.eventbridge.PatternNode.Fields;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Leaf;
import dev.tocsin.filterpattern.eventbridge.ValueTest.AnythingBut;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Text;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Wildcard;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts that an event pattern spells out, whatever it says of them. */
final class EventPatternTexts {
  private EventPatternTexts() {}

  /** Those below a key of the whole event, also where it stands in {@code $or}. */
  static Set<String> in(Fields root, String key) {
    return below(root, key).flatMap(EventPatternTexts::texts).collect(Collectors.toSet());
  }

  /** The dotted paths below a key of the whole event, also where it stands in {@code $or}. */
  static Set<String> fields(Fields root, String key) {
    return below(root, key).flatMap(node -> paths(node, "")).collect(Collectors.toSet());
  }

  private static Stream<String> paths(PatternNode node, String path) {
    if (!(node instanceof Fields object)) {
      return Stream.of(path);
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    return Stream.concat(
        object.fields().entrySet().stream()
            .flatMap(field -> paths(field.getValue(), prefix + field.getKey())),
        object.anyOf().stream().flatMap(alternative -> paths(alternative, path)));
  }

  private static Stream<PatternNode> below(Fields object, String key) {
    return Stream.concat(
        object.fields().entrySet().stream()
            .filter(field -> field.getKey().equals(key))
            .map(Map.Entry::getValue),
        object.anyOf().stream().flatMap(alternative -> below(alternative, key)));
  }

  private static Stream<String> texts(PatternNode node) {
    if (node instanceof Leaf leaf) {
      return leaf.tests().stream().flatMap(EventPatternTexts::texts);
    }
    Fields object = (Fields) node;
    return Stream.concat(object.fields().values().stream(), object.anyOf().stream())
        .flatMap(EventPatternTexts::texts);
  }

  private static Stream<String> texts(ValueTest test) {
    if (test instanceof Text text) {
      return Stream.of(
          switch (text.place()) {
            case WHOLE -> text.text();
            case PREFIX -> text.text() + "*";
            case SUFFIX -> "*" + text.text();
          });
    }
    if (test instanceof Wildcard wildcard) {
      return Stream.of(String.join("*", wildcard.pieces()));
    }
    if (test instanceof AnythingBut but) {
      return but.excluded().stream().flatMap(EventPatternTexts::texts);
    }
    return Stream.empty();
  }
}
