package dev.tocsin.filterpattern.eventbridge;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.condition.NumberSet.Comparison;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.eventbridge.ValueTest.AnythingBut;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Bound;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Constant;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Numeric;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Place;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Text;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Wildcard;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The strings, numbers, booleans and nulls that fulfil one of several tests. */
final class ValueConditions {
  /** What event patterns look at: everything that is no object and no array. */
  static final ValueSet SCALAR =
      ValueSet.ofKinds(Kind.STRING, Kind.NUMBER, Kind.TRUE, Kind.FALSE, Kind.NULL);

  private ValueConditions() {}

  /** The value at the path fulfils one of the tests; {@code exists: false} is not among them. */
  static Condition of(List<ValueTest> tests, FieldPath path) {
    List<Condition> parts = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    for (ValueTest test : tests) {
      if (test instanceof Text text && text.place() == Place.WHOLE && !text.ignoreCase()) {
        words.add(text.text());
      } else {
        parts.add(of(test, path));
      }
    }
    if (!words.isEmpty()) {
      parts.add(new Condition.Field(path, ValueSet.of(TextSet.words(words))));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private static Condition of(ValueTest test, FieldPath path) {
    if (test instanceof Exists) {
      return new Condition.Field(path, SCALAR);
    }
    if (test instanceof Numeric numeric) {
      return numeric(numeric, path);
    }
    if (test instanceof AnythingBut anythingBut) {
      List<Condition> parts = new ArrayList<>();
      parts.add(new Condition.Field(path, SCALAR));
      parts.add(Condition.not(of(anythingBut.excluded(), path)));
      return new Condition.All(parts);
    }
    if (test instanceof Constant constant) {
      return new Condition.Field(path, ValueSet.ofKinds(Kind.of(constant.value())));
    }
    Optional<TextSet> texts = texts(test);
    return texts.isPresent()
        ? new Condition.Field(path, ValueSet.of(texts.get()))
        : new Condition.Opaque("the test " + test + " at `" + path + "`");
  }

  private static Condition numeric(Numeric numeric, FieldPath path) {
    List<Condition> parts = new ArrayList<>();
    for (Bound bound : numeric.bounds()) {
      Comparison comparison =
          switch (bound.operator()) {
            case "=" -> Comparison.EQUAL;
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.LESS_OR_EQUAL;
            case ">" -> Comparison.GREATER;
            default -> Comparison.GREATER_OR_EQUAL;
          };
      NumberSet numbers = new NumberSet.Compared(comparison, bound.number(), false);
      parts.add(new Condition.Field(path, ValueSet.of(numbers, TextSet.NONE)));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  /** The strings that a test on strings accepts; empty if that is not expressed as a language. */
  static Optional<TextSet> texts(ValueTest test) {
    if (test instanceof Wildcard wildcard) {
      return Optional.of(TextSet.wildcard(wildcard.pieces(), WildcardReading.GLOB));
    }
    if (!(test instanceof Text text)) {
      return Optional.empty();
    }
    if (text.ignoreCase()) {
      return TextSet.finding(anyCase(text));
    }
    return Optional.of(
        switch (text.place()) {
          case WHOLE -> TextSet.word(text.text());
          case PREFIX -> TextSet.wildcard(List.of(text.text(), ""), WildcardReading.GLOB);
          case SUFFIX -> TextSet.wildcard(List.of("", text.text()), WildcardReading.GLOB);
        });
  }

  private static RegexNode anyCase(Text text) {
    List<RegexNode> parts = new ArrayList<>();
    if (text.place() != Place.SUFFIX) {
      parts.add(new RegexNode.Start());
    }
    for (char c : text.text().toCharArray()) {
      CodePoints either =
          CodePoints.of(Character.toLowerCase(c)).union(CodePoints.of(Character.toUpperCase(c)));
      parts.add(new RegexNode.Characters(either));
    }
    if (text.place() != Place.PREFIX) {
      parts.add(new RegexNode.End());
    }
    return new RegexNode.Sequence(parts);
  }
}
