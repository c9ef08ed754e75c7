package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * A set of JSON values, {@code missing} counted as one of them.
 *
 * @param kinds the kinds of which every value is in the set; never {@code NUMBER} or {@code STRING}
 * @param numbers the numbers in the set
 * @param strings the strings in the set
 */
public record ValueSet(Set<Kind> kinds, NumberSet numbers, TextSet strings) {

  private static final Set<Kind> SIMPLE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.NUMBER, Kind.STRING)));

  public ValueSet {
    kinds = Set.copyOf(kinds);
    if (!SIMPLE.containsAll(kinds)) {
      throw new IllegalArgumentException("numbers and strings are given as sets of their own");
    }
  }

  /** All values of some kinds. */
  public static ValueSet ofKinds(Kind first, Kind... others) {
    EnumSet<Kind> kinds = EnumSet.of(first, others);
    NumberSet numbers = kinds.remove(Kind.NUMBER) ? NumberSet.ALL : NumberSet.NONE;
    TextSet strings = kinds.remove(Kind.STRING) ? TextSet.ALL : TextSet.NONE;
    return new ValueSet(kinds, numbers, strings);
  }

  /** Everything but {@code missing}. */
  public static ValueSet present() {
    return ofKinds(Kind.MISSING).complement();
  }

  /** Some numbers and strings, and nothing else. */
  public static ValueSet of(NumberSet numbers, TextSet strings) {
    return new ValueSet(Set.of(), numbers, strings);
  }

  /** Some strings, and nothing else. */
  public static ValueSet of(TextSet strings) {
    return of(NumberSet.NONE, strings);
  }

  /** Numbers and strings whose text is in the set. */
  public static ValueSet spelled(TextSet texts) {
    return of(new NumberSet.Spelled(texts), texts);
  }

  /** Whether the value, null or {@code MissingNode} for missing, is in the set. */
  public boolean contains(JsonNode value) {
    Kind kind = Kind.of(value);
    if (kind == Kind.STRING) {
      return strings.contains(value.textValue());
    }
    return kind == Kind.NUMBER ? numbers.contains(value) : kinds.contains(kind);
  }

  /** Every other value. */
  public ValueSet complement() {
    EnumSet<Kind> others = EnumSet.copyOf(SIMPLE);
    others.removeAll(kinds);
    return new ValueSet(others, numbers.complement(), strings.complement());
  }
}
