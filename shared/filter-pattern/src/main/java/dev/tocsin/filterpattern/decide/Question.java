package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.record.SkeletonRecord;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<Condition> rest;
  private final Condition condition;

  Question(Requirement requirement, List<? extends EventTest> deployed) {
    this(requirement, requirement.facts(), List.copyOf(deployed), rest(requirement, deployed));
  }

  private Question(
      Requirement requirement, List<Fact> facts, List<EventTest> deployed, List<Condition> rest) {
    this.requirement = requirement;
    this.facts = List.copyOf(facts);
    this.deployed = deployed;
    this.rest = rest;
    List<Condition> parts = new ArrayList<>();
    parts.add(rest.get(0));
    facts.forEach(fact -> parts.add(fact.holds().condition()));
    parts.addAll(rest.subList(1, rest.size()));
    this.condition = new Condition.All(parts);
  }

  /** What does not depend on the facts: the required condition, then what must not hold. */
  private static List<Condition> rest(Requirement requirement, List<? extends EventTest> deployed) {
    List<Condition> rest = new ArrayList<>();
    rest.add(requirement.required().condition());
    requirement.exempt().forEach(exempt -> rest.add(Condition.not(exempt.condition())));
    deployed.forEach(test -> rest.add(Condition.not(test.condition())));
    return rest;
  }

  Condition condition() {
    return condition;
  }

  /** The same question with nothing deployed: which record is required at all. */
  Question withNothingDeployed() {
    return new Question(
        requirement, facts, List.of(), rest.subList(0, rest.size() - deployed.size()));
  }

  /** The same question with other facts. */
  Question with(List<Fact> otherFacts) {
    return new Question(requirement, otherFacts, deployed, rest);
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
    return allFacts().stream().filter(fact -> !holds(fact, record)).toList();
  }

  private static boolean holds(Fact fact, JsonNode record) {
    return Arrays.stream(WildcardReading.values())
        .allMatch(reading -> fact.holds().matches(record, reading));
  }

  /** A sample, or the everyday record, that is a missed event as it stands. */
  Optional<ObjectNode> missedSample() {
    return bases().stream().filter(this::isMissed).findFirst().map(ObjectNode::deepCopy);
  }

  /** The records to try to stay close to, the best first. */
  List<ObjectNode> bases() {
    List<ObjectNode> bases = new ArrayList<>(requirement.samples());
    bases.add(SkeletonRecord.make());
    return bases;
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
