package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether deployed tests see every required event. Immutable and safe to share between
 * threads.
 */
public final class CoverageDecider {

  /**
   * {@code Covered} iff {@code required ∧ facts ∧ ¬exempt ∧ ¬(deployed1 ∨ deployed2 ∨ …)} has no
   * model; a model is returned as {@code Missed}. Never throws for hostile patterns: beyond the
   * budget the answer is {@code Undecided}.
   *
   * @throws EngineDefect if the decision and the plain matcher contradict each other
   */
  public Coverage decide(Requirement requirement, List<? extends EventTest> deployed) {
    Question question = new Question(requirement, deployed);
    Outcome outcome = Outcome.of(question);
    if (outcome instanceof Outcome.Model model) {
      return new Coverage.Missed(model.record(), because(deployed, model.record()));
    }
    Question bare = question.with(List.of());
    boolean factsMatter = !requirement.facts().isEmpty();
    Outcome withoutFacts = factsMatter ? Outcome.of(bare) : outcome;
    if (withoutFacts instanceof Outcome.None) {
      return covered(bare);
    }
    if (outcome instanceof Outcome.Unknown unknown) {
      return new Coverage.Undecided(unknown.reason());
    }
    return covered(question.with(neededFacts(question)));
  }

  private static List<Exclusion> because(List<? extends EventTest> deployed, JsonNode record) {
    return deployed.stream().map(test -> test.exclusion(record)).toList();
  }

  private static Coverage covered(Question question) {
    return new Coverage.Covered(question.facts(), Assumed.by(question.condition()));
  }

  /** Drops every fact without which the question still has no model. */
  private static List<Fact> neededFacts(Question question) {
    List<Fact> needed = new ArrayList<>(question.facts());
    for (Fact fact : question.facts()) {
      List<Fact> fewer = new ArrayList<>(needed);
      fewer.remove(fact);
      if (Outcome.of(question.with(fewer)) instanceof Outcome.None) {
        needed = fewer;
      }
    }
    return needed;
  }
}
