package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Base;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which record is required and seen by nothing deployed: as a condition to solve, and as tests to
 * replay a record through.
 */
final class Question {

  private final Requirement requirement;
  private final List<Fact> facts;
  private final List<EventTest> deployed;
  private final List<Condition> premises = new ArrayList<>();
  private final List<Condition> seen;
  private final boolean isShown;

  Question(Requirement requirement, List<? extends EventTest> deployed) {
    this(
        requirement, requirement.facts(), List.copyOf(deployed), seen(requirement, deployed), true);
  }

  private Question(
      Requirement requirement,
      List<Fact> facts,
      List<EventTest> deployed,
      List<Condition> seen,
      boolean isShown) {
    this.isShown = isShown;
    this.requirement = requirement;
    this.facts = List.copyOf(facts);
    this.deployed = deployed;
    this.seen = seen;
    premises.add(requirement.required().condition());
    facts.forEach(fact -> premises.add(fact.holds().condition()));
  }

  /** What must not hold: what is exempt, then what is deployed. */
  private static List<Condition> seen(Requirement requirement, List<? extends EventTest> deployed) {
    List<Condition> seen = new ArrayList<>();
    requirement.exempt().forEach(exempt -> seen.add(exempt.condition()));
    deployed.forEach(test -> seen.add(test.condition()));
    return seen;
  }

  /** What a record that answers the question fulfils. */
  Condition condition() {
    List<Condition> parts = new ArrayList<>(premises);
    seen.forEach(one -> parts.add(Condition.not(one)));
    return new Condition.All(parts);
  }

  /** The same question with nothing deployed: which record is required at all. */
  Question withNothingDeployed() {
    return new Question(
        requirement, facts, List.of(), seen.subList(0, seen.size() - deployed.size()), isShown);
  }

  /** The same question with other facts. */
  Question with(List<Fact> otherFacts) {
    return new Question(requirement, otherFacts, deployed, seen, isShown);
  }

  /** The same question of someone who does not look at the event. */
  Question notShown() {
    return new Question(requirement, facts, deployed, seen, false);
  }

  /** Whether the event is looked at, and so has to look like one. */
  boolean isShown() {
    return isShown;
  }

  List<Fact> facts() {
    return facts;
  }

  /** The facts of the requirement, taken or not. */
  List<Fact> allFacts() {
    return requirement.facts();
  }

  /** The facts taken and more of them, in the order of the requirement. */
  List<Fact> and(List<Fact> more) {
    return allFacts().stream().filter(fact -> facts.contains(fact) || more.contains(fact)).toList();
  }

  /** The facts of the requirement that a record breaks under some reading. */
  List<Fact> brokenBy(JsonNode record) {
    return requirement.brokenBy(record);
  }

  /** True iff it is clear from the form of the conditions that nothing is missed. */
  boolean isClearlyCovered() {
    return Entailment.isClear(premises, seen);
  }

  /** A sample, or the everyday record, that is a missed event as it stands. */
  Optional<Base> missedSample() {
    for (Base base : requirement.bases()) {
      if (base.isRequired()
          && (facts.isEmpty() || Collections.disjoint(base.broken(), facts))
          && !isSeen(base.record())) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }

  private boolean isSeen(JsonNode record) {
    for (EventTest test : deployed) {
      for (WildcardReading reading : WildcardReading.values()) {
        if (test.matches(record, reading)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The records to try to stay close to, the best first. */
  List<Base> bases() {
    return requirement.bases();
  }

  /** Whether the record is a missed event, by the plain tests and under both readings. */
  boolean isMissed(JsonNode record) {
    for (WildcardReading reading : WildcardReading.values()) {
      if (!isMissed(record, reading)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissed(JsonNode record, WildcardReading reading) {
    return requirement.required().matches(record, reading)
        && facts.stream().allMatch(fact -> fact.holds().matches(record, reading))
        && requirement.exempt().stream().noneMatch(exempt -> exempt.matches(record, reading))
        && deployed.stream().noneMatch(test -> test.matches(record, reading));
  }

  /**
   * Throws if the condition says of a record what the tests deny.
   *
   * @throws EngineDefect then
   */
  void check(JsonNode record) {
    Condition condition = condition();
    for (WildcardReading reading : WildcardReading.values()) {
      Truth expected = Truth.of(condition, record, reading);
      if (expected != Truth.UNKNOWN && (expected == Truth.TRUE) != isMissed(record, reading)) {
        throw new EngineDefect(
            "the decision and the matcher disagree about " + record + " and " + this);
      }
    }
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    deployed.forEach(test -> texts.add("`" + test.text() + "`"));
    return "`" + requirement.required().text() + "` against " + texts;
  }
}
