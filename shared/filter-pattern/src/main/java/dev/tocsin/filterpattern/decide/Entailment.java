package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Condition.All;
import dev.tocsin.filterpattern.condition.Condition.Any;
import dev.tocsin.filterpattern.condition.Condition.Field;
import dev.tocsin.filterpattern.condition.Condition.Not;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees that one condition follows from others by their form, as it does for most filters that cover
 * a control: each alternative that is required is deployed too, perhaps in another order or with
 * fewer clauses. Makes no automaton and no record.
 *
 * <p>Sound: {@code Γ ⊢ c} is answered only where each record that fulfils all of {@code Γ} fulfils
 * {@code c}, by these rules, each of which passes that on from what it asks to what it answers.
 *
 * <ul>
 *   <li>{@code Γ ⊢ c1 ∧ c2} if {@code Γ ⊢ c1} and {@code Γ ⊢ c2}
 *   <li>{@code Γ ⊢ c1 ∨ c2} if {@code Γ ⊢ c1} or {@code Γ ⊢ c2}
 *   <li>{@code Γ, a ∧ b ⊢ c} if {@code Γ, a, b ⊢ c}
 *   <li>{@code Γ, a ∨ b ⊢ c} if {@code Γ, a ⊢ c} and {@code Γ, b ⊢ c}
 *   <li>{@code Γ, a ⊢ c} if {@code a} and {@code c} are equal, or say of the same field that its
 *       value is in a set, and every value of the one set is in the other
 *   <li>{@code Γ, ¬a ⊢ ¬c} if {@code c ⊢ a}
 *   <li>what depends on how {@code *} is read is asked for each reading, of both sides alike
 * </ul>
 *
 * <p>Not complete: {@code false} says nothing. Cost: {@value #MAX_COMPARISONS} comparisons of two
 * conditions at most.
 */
final class Entailment {

  /** Enough for the patterns that are deployed, and a small part of what a search costs. */
  private static final int MAX_COMPARISONS = 3_000;

  private final WildcardReading reading;
  private int comparisons;
  private boolean readingMatters;

  private Entailment(WildcardReading reading) {
    this.reading = reading;
  }

  /** Whether every record that fulfils the premises clearly fulfils one of the conclusions. */
  static boolean isClear(List<Condition> premises, List<Condition> conclusions) {
    for (WildcardReading reading : WildcardReading.values()) {
      Entailment entailment = new Entailment(reading);
      if (!entailment.follows(premises, new Any(conclusions))) {
        return false;
      }
      if (!entailment.readingMatters) {
        return true;
      }
    }
    return true;
  }

  private boolean follows(List<Condition> premises, Condition conclusion) {
    List<Condition> known = new ArrayList<>();
    List<Any> choices = new ArrayList<>();
    premises.forEach(premise -> sort(premise, known, choices));
    return follows(known, choices, conclusion);
  }

  /** Takes a premise apart into what is known and alternatives of which one is. */
  private void sort(Condition premise, List<Condition> known, List<Any> choices) {
    Condition read = read(premise);
    if (read instanceof All all) {
      all.parts().forEach(part -> sort(part, known, choices));
    } else if (read instanceof Any any) {
      choices.add(any);
    } else {
      known.add(read);
    }
  }

  private boolean follows(List<Condition> known, List<Any> choices, Condition conclusion) {
    if (isKnown(known, choices, read(conclusion))) {
      return true;
    }
    if (choices.isEmpty()) {
      return false;
    }
    List<Any> others = choices.subList(1, choices.size());
    for (Condition alternative : choices.get(0).parts()) {
      List<Condition> more = new ArrayList<>(known);
      List<Any> open = new ArrayList<>(others);
      sort(alternative, more, open);
      if (isUsedUp() || !follows(more, open, conclusion)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it follows without a look into the alternatives. */
  private boolean isKnown(List<Condition> known, List<Any> choices, Condition conclusion) {
    if (conclusion instanceof All all) {
      return all.parts().stream().allMatch(part -> isKnown(known, choices, read(part)));
    }
    if (conclusion instanceof Any any) {
      return choices.contains(any)
          || any.parts().stream().anyMatch(part -> isKnown(known, choices, read(part)));
    }
    for (Condition premise : known) {
      if (!isUsedUp() && leads(premise, conclusion)) {
        return true;
      }
    }
    return false;
  }

  private boolean leads(Condition premise, Condition conclusion) {
    comparisons++;
    if (premise instanceof Field one && conclusion instanceof Field other) {
      return one.path().equals(other.path()) && isWithin(one.values(), other.values());
    }
    if (premise instanceof Not one && conclusion instanceof Not other) {
      return follows(List.of(other.part()), one.part());
    }
    return premise.equals(conclusion);
  }

  private boolean isUsedUp() {
    return comparisons >= MAX_COMPARISONS;
  }

  private Condition read(Condition condition) {
    Condition read = condition;
    while (read instanceof Condition.ByReading both) {
      readingMatters = true;
      read = both.under(reading);
    }
    return read;
  }

  private static boolean isWithin(ValueSet values, ValueSet others) {
    return others.kinds().containsAll(values.kinds())
        && isWithin(values.strings(), others.strings())
        && isWithin(values.numbers(), others.numbers());
  }

  private static boolean isWithin(TextSet texts, TextSet others) {
    if (texts instanceof TextSet.Words some && !some.except()) {
      return some.words().stream().allMatch(others::contains);
    }
    if (others instanceof TextSet.Words some && some.except()) {
      return some.words().stream().noneMatch(texts::contains);
    }
    return texts.equals(others);
  }

  private static boolean isWithin(NumberSet numbers, NumberSet others) {
    if (numbers instanceof NumberSet.Spelled some && others instanceof NumberSet.Spelled more) {
      return isWithin(some.texts(), more.texts());
    }
    return numbers.equals(NumberSet.NONE) || others.equals(NumberSet.ALL) || numbers.equals(others);
  }
}
