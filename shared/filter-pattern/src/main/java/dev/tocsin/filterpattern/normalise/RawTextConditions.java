package dev.tocsin.filterpattern.normalise;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import dev.tocsin.filterpattern.syntax.Value;
import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.StepBudget;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on the record as one text. */
final class RawTextConditions {

  /** Besides letters and digits: what stands in keys and values only, and is never escaped. */
  private static final String HARMLESS = " _-./@:=+*#~()$!?;";

  private static final long STEPS = 1_000_000;

  private RawTextConditions() {}

  /** The text occurs somewhere in the record. */
  static Condition containing(String text) {
    boolean harmless =
        !text.isEmpty()
            // A colon stands between a quoted key and its value, so only behind a quote.
            && text.charAt(0) != ':'
            && text.chars().allMatch(c -> isAlphanumeric(c) || HARMLESS.indexOf(c) >= 0);
    return harmless
        ? new Condition.RawText(text)
        : new Condition.Opaque("the term `" + text + "`, which depends on how JSON is written");
  }

  private static boolean isAlphanumeric(int c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
  }

  /** The regular expression is found somewhere in the record. */
  static Condition finding(Value.Regex regex) {
    Optional<List<String>> literals = literals(regex.syntax());
    if (literals.isPresent() && literals.get().stream().noneMatch(String::isEmpty)) {
      return new Condition.Any(literals.get().stream().map(RawTextConditions::containing).toList());
    }
    // Every record is one JSON object in compact form, so it begins and ends with a brace.
    TextSet records = TextSet.wildcard(List.of("{", "}"), WildcardReading.GLOB);
    Optional<TextSet> found = TextSet.finding(regex.syntax());
    if (found.isPresent()) {
      if (isDisjoint(records, found.get().complement())) {
        return Condition.always();
      }
      if (isDisjoint(records, found.get())) {
        return Condition.never();
      }
    }
    return new Condition.Opaque("the standalone regular expression `%" + regex.written() + "%`");
  }

  private static boolean isDisjoint(TextSet a, TextSet b) {
    try {
      return Intersection.shortest(List.of(a, b), new StepBudget(STEPS))
          instanceof Intersection.Answer.Empty;
    } catch (StepBudget.Exhausted e) {
      return false;
    }
  }

  /**
   * The words of an expression that is nothing but words, as in {@code CreateTrail|DeleteTrail}.
   */
  private static Optional<List<String>> literals(RegexNode node) {
    List<RegexNode> alternatives =
        node instanceof RegexNode.Choice choice ? choice.alternatives() : List.of(node);
    List<String> words = new ArrayList<>();
    for (RegexNode alternative : alternatives) {
      List<RegexNode> parts =
          alternative instanceof RegexNode.Sequence sequence
              ? sequence.parts()
              : List.of(alternative);
      StringBuilder word = new StringBuilder();
      for (RegexNode part : parts) {
        if (!(part instanceof RegexNode.Characters characters) || !isSingle(characters.set())) {
          return Optional.empty();
        }
        word.appendCodePoint(characters.set().ranges().get(0).first());
      }
      words.add(word.toString());
    }
    return Optional.of(words);
  }

  private static boolean isSingle(CodePoints set) {
    return set.ranges().size() == 1 && set.ranges().get(0).first() == set.ranges().get(0).last();
  }
}
