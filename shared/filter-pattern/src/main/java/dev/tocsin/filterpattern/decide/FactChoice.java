package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.Base;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes facts into a question only when an event that was found breaks them, so that a fact on a
 * field that nobody asks for costs nothing. Which facts are taken changes no answer: without an
 * event under some facts there is none under all, and an event that is returned breaks none.
 *
 * @param question the question with the facts that were taken
 * @param outcome its outcome, true of the question with all facts
 */
record FactChoice(Question question, Outcome outcome) {

  /** Searches after which all facts are taken at once. */
  private static final int ROUNDS = 4;

  /** Steps that one search may take. */
  private static final long STEPS_PER_SEARCH = 2_000_000;

  /** Searches with more and more facts until the outcome stands. */
  static FactChoice of(Question asked, StepBudget budget) {
    Question question = asked.with(List.of());
    for (int round = 1; ; round++) {
      Outcome outcome = search(question, budget);
      List<Fact> broken =
          outcome instanceof Outcome.Missed missed ? broken(question, missed) : List.of();
      boolean isOpen =
          outcome instanceof Outcome.Unknown && !question.facts().equals(question.allFacts());
      if (broken.isEmpty() && !isOpen) {
        return new FactChoice(question, outcome);
      }
      boolean all = isOpen || round == ROUNDS;
      question = question.with(all ? question.allFacts() : question.and(broken));
    }
  }

  private static List<Fact> broken(Question question, Outcome.Missed missed) {
    return missed.base().map(Base::broken).orElseGet(() -> question.brokenBy(missed.event()));
  }

  /** The question with a smallest choice of its facts. Precondition: nothing is missed. */
  Question withNeededFacts(StepBudget budget) {
    return question.with(needed(List.of(), question.facts(), false, budget));
  }

  /**
   * The facts of {@code open} without which something is missed. Halves are tried first, so that
   * few searches find the few facts that matter.
   *
   * @param kept facts that are taken in any case; with all of {@code open} nothing is missed
   * @param grown whether {@code kept} may be enough by now
   */
  private List<Fact> needed(List<Fact> kept, List<Fact> open, boolean grown, StepBudget budget) {
    if (open.isEmpty() || (grown && search(question.with(kept), budget) instanceof Outcome.None)) {
      return List.of();
    }
    if (open.size() == 1) {
      return open;
    }
    List<Fact> first = open.subList(0, open.size() / 2);
    List<Fact> second = open.subList(open.size() / 2, open.size());
    List<Fact> ofSecond = needed(join(kept, first), second, true, budget);
    List<Fact> ofFirst = needed(join(kept, ofSecond), first, !ofSecond.isEmpty(), budget);
    return join(ofFirst, ofSecond);
  }

  private static Outcome search(Question question, StepBudget budget) {
    return MissedEventSearch.of(question, budget.part(STEPS_PER_SEARCH));
  }

  private static List<Fact> join(List<Fact> some, List<Fact> others) {
    List<Fact> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
