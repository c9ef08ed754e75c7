package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values that some sets share at one node. Immutable but for what it has found out about
 * itself; domains of the same literals are the same object, so that nothing is found out twice.
 */
final class Domain {

  /** Some value of a kind, if any is known, and whether none is an answer. */
  record Witness(Optional<JsonNode> value, boolean certain) {
    static final Witness NONE = new Witness(Optional.empty(), true);
    static final Witness UNKNOWN = new Witness(Optional.empty(), false);
  }

  /**
   * Product states that are looked into where the answer only saves work: enough for a handful of
   * words with {@code *}, little beside the {@link Intersection#MAX_STATES} of a real search.
   */
  private static final int GLANCE = 200;

  private final Clues clues;
  private final List<Integer> literals;
  private final List<ValueSet> sets;
  private final EnumSet<Kind> simpleKinds;
  private Witness glance;
  private Witness string;
  private Witness number;

  Domain(Clues clues, List<Integer> literals, List<ValueSet> sets) {
    this.clues = clues;
    this.literals = literals;
    this.sets = sets;
    this.simpleKinds = EnumSet.complementOf(EnumSet.of(Kind.STRING, Kind.NUMBER));
    sets.forEach(set -> simpleKinds.retainAll(set.kinds()));
  }

  /** One value, missing if there is none. */
  Domain(Clues clues, JsonNode value) {
    this(clues, List.of(), List.of());
    simpleKinds.retainAll(EnumSet.of(Kind.of(value)));
    string = value.isTextual() ? new Witness(Optional.of(value), true) : Witness.NONE;
    glance = string;
    number = value.isNumber() ? new Witness(Optional.of(value), true) : Witness.NONE;
  }

  /** The literals that made it, sorted. */
  List<Integer> literals() {
    return literals;
  }

  boolean isMadeWith(int literal) {
    return Collections.binarySearch(literals, literal) >= 0;
  }

  List<ValueSet> sets() {
    return sets;
  }

  boolean contains(JsonNode value) {
    return sets.stream().allMatch(set -> set.contains(value));
  }

  /**
   * The kinds of which there are values, out of some. A kind whose values are hard to find is
   * looked into only if there is no other.
   *
   * @param optimistic whether kinds for which that is not known are counted
   */
  EnumSet<Kind> kinds(Set<Kind> among, boolean optimistic) {
    EnumSet<Kind> kinds = EnumSet.copyOf(simpleKinds);
    kinds.retainAll(among);
    if (among.contains(Kind.NUMBER) && counts(number(), optimistic)) {
      kinds.add(Kind.NUMBER);
    }
    if (among.contains(Kind.STRING)) {
      Witness glance = glanceAtStrings();
      if (counts(glance.certain() || !kinds.isEmpty() ? glance : string(), optimistic)
          || (!glance.certain() && !kinds.isEmpty())) {
        kinds.add(Kind.STRING);
      }
    }
    return kinds;
  }

  /** Whether there is no value of any of the kinds, as far as that can be told without effort. */
  boolean isClearlyEmpty(Set<Kind> among) {
    for (Kind kind : among) {
      if (simpleKinds.contains(kind)) {
        return false;
      }
    }
    return (!among.contains(Kind.STRING) || isNone(glanceAtStrings()))
        && (!among.contains(Kind.NUMBER) || isNone(number()));
  }

  private static boolean isNone(Witness witness) {
    return witness.certain() && witness.value().isEmpty();
  }

  private static boolean counts(Witness witness, boolean optimistic) {
    return witness.value().isPresent() || (optimistic && !witness.certain());
  }

  /** A string, looked for with all effort. */
  Witness string() {
    if (string == null) {
      Witness glance = glanceAtStrings();
      string = glance.certain() ? glance : findString(Intersection.MAX_STATES);
      if (!string.certain()) {
        clues.doubt("strings that would have to fulfil too many conditions at once");
      }
    }
    return string;
  }

  private Witness glanceAtStrings() {
    if (glance == null) {
      glance = findString(GLANCE);
    }
    return glance;
  }

  Witness number() {
    if (number == null) {
      List<NumberSet> numbers = new ArrayList<>();
      for (ValueSet set : sets) {
        if (set.numbers().equals(NumberSet.NONE)) {
          number = Witness.NONE;
          return number;
        }
        if (!set.numbers().equals(NumberSet.ALL)) {
          numbers.add(set.numbers());
        }
      }
      NumberSearch.Answer answer = new NumberSearch(numbers, clues.budget()).find();
      number = new Witness(answer.number(), answer.certain());
      if (!number.certain()) {
        clues.doubt("numbers compared both by value and as text");
      }
    }
    return number;
  }

  private Witness findString(int maxStates) {
    List<TextSet> strings = new ArrayList<>();
    for (ValueSet set : sets) {
      if (set.strings().equals(TextSet.NONE)) {
        return Witness.NONE;
      }
      if (!set.strings().equals(TextSet.ALL)) {
        strings.add(set.strings());
      }
    }
    if (strings.stream().noneMatch(Domain::isFinite)) {
      // A string that is known to matter settles most questions without any automaton.
      for (String candidate : clues.candidates(literals)) {
        clues.budget().spend(strings.size());
        if (strings.stream().allMatch(set -> set.contains(candidate))) {
          return new Witness(Optional.of(TextNode.valueOf(candidate)), true);
        }
      }
    }
    Intersection.Answer answer = Intersection.shortest(strings, clues.budget(), maxStates);
    if (answer instanceof Intersection.Answer.Member member) {
      return new Witness(Optional.of(TextNode.valueOf(member.text())), true);
    }
    return answer instanceof Intersection.Answer.Empty ? Witness.NONE : Witness.UNKNOWN;
  }

  private static boolean isFinite(TextSet set) {
    return set instanceof TextSet.Words words && !words.except();
  }
}
