package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.match.WildcardReading;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a question has a model. */
sealed interface Outcome {

  /** A record that answers the question; replayed. */
  record Model(ObjectNode record) implements Outcome {}

  /** No record does. */
  record None() implements Outcome {}

  /** Neither could be shown. */
  record Unknown(String reason) implements Outcome {}

  /** Steps that one search may take; well under a second. */
  long STEPS = 4_000_000;

  /** Finds a model, {@code None} iff there is none. */
  static Outcome of(Question question) {
    for (ObjectNode base : question.bases()) {
      if (question.isMissed(base)) {
        return new Model(base.deepCopy());
      }
    }
    try {
      return search(question);
    } catch (StepBudget.Exhausted e) {
      return new Unknown("too complex: " + e.getMessage());
    } catch (Unsupported e) {
      return new Unknown("not decided for " + e.getMessage());
    }
  }

  private static Outcome search(Question question) {
    Condition condition = question.condition();
    if (!Readings.matter(condition)) {
      return search(question, condition);
    }
    Condition leftmost = Readings.settle(condition, WildcardReading.LEFTMOST);
    Condition glob = Readings.settle(condition, WildcardReading.GLOB);
    Outcome both = search(question, Condition.all(leftmost, glob));
    if (!(both instanceof None)) {
      return both;
    }
    if (search(leftmost) instanceof None && search(glob) instanceof None) {
      return both;
    }
    return new Unknown(
        "the answer depends on how `*` before other text in a value is read, which AWS does not"
            + " document");
  }

  private static Outcome search(Question question, Condition settled) {
    Solver.Answer certain = solve(settled, question.bases().get(0), false);
    if (certain.found().isPresent()) {
      return replayed(question, certain.found().get(), Set.of());
    }
    if (certain.doubts().isEmpty()) {
      return new None();
    }
    Solver.Answer possible = solve(settled, question.bases().get(0), true);
    return possible.found().isEmpty()
        ? new None()
        : replayed(question, possible.found().get(), possible.doubts());
  }

  /** Whether the condition alone has a model; {@code Unknown} also if it has. */
  private static Outcome search(Condition settled) {
    return solve(settled, MissingNode.getInstance(), true).found().isEmpty()
        ? new None()
        : new Unknown("");
  }

  private static Solver.Answer solve(Condition settled, JsonNode hint, boolean optimistic) {
    StepBudget budget = new StepBudget(STEPS);
    Elements elements = new Elements(budget, optimistic, 0);
    return Solver.solve(settled, EnumSet.of(Kind.OBJECT), hint, elements, budget);
  }

  /** The model as a whole record if that is one too, else as the bare fields. */
  private static Outcome replayed(
      Question question, dev.tocsin.filterpattern.decide.Model model, Set<String> doubts) {
    List<JsonNode> bases = new ArrayList<>(question.bases());
    bases.add(MissingNode.getInstance());
    JsonNode record = MissingNode.getInstance();
    for (JsonNode base : bases) {
      record = model.write(base);
      question.check(record);
      if (question.isMissed(record)) {
        ObjectNode plausible = SkeletonRecord.plausible((ObjectNode) record);
        return new Model(question.isMissed(plausible) ? plausible : (ObjectNode) record);
      }
    }
    if (doubts.isEmpty()) {
      throw new EngineDefect("no missed event: " + record + " for " + question);
    }
    return new Unknown("cannot be decided: " + String.join(", ", doubts));
  }
}
