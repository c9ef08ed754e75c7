package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Excerpt;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether deployed tests see every required event. Immutable and safe to share between
 * threads, unless it works within a budget.
 */
public final class CoverageDecider {

  /**
   * Steps that one decision may take with all its searches, so that a hostile pattern costs a tenth
   * of a second and not more.
   */
  private static final long STEPS = 3_000_000;

  private final Optional<StepBudget> whole;

  /** A decider whose decisions are bounded one by one. */
  public CoverageDecider() {
    this(Optional.empty());
  }

  private CoverageDecider(Optional<StepBudget> whole) {
    this.whole = whole;
  }

  /**
   * A decider whose decisions are bounded together, too: once they have used the budget up, each
   * further one is {@code Undecided}. Not to be shared between threads.
   */
  public CoverageDecider within(StepBudget budget) {
    return new CoverageDecider(Optional.of(budget));
  }

  /**
   * {@code Covered} iff {@code required ∧ facts ∧ ¬exempt ∧ ¬(deployed1 ∨ deployed2 ∨ …)} has no
   * model though {@code required ∧ facts ∧ ¬exempt} has one or may have one; a model is returned as
   * {@code Missed}. Never throws for hostile patterns: beyond the budget the answer is {@code
   * Undecided}.
   *
   * @throws EngineDefect if the decision and the plain matcher contradict each other
   */
  public Coverage decide(Requirement requirement, List<? extends EventTest> deployed) {
    return decide(requirement, deployed, STEPS);
  }

  /**
   * The same within fewer steps, for callers that ask many such questions and can ask again.
   *
   * @param steps at most; beyond them the answer is {@code Undecided}
   */
  public Coverage decide(Requirement requirement, List<? extends EventTest> deployed, long steps) {
    StepBudget budget = budget(steps);
    Question question = new Question(requirement, deployed);
    FactChoice choice = FactChoice.of(question, budget);
    if (choice.outcome() instanceof Outcome.Missed missed) {
      return new Coverage.Missed(missed.event(), because(deployed, missed.event()));
    }
    if (choice.outcome() instanceof Outcome.Unknown unknown) {
      return new Coverage.Undecided(unknown.reason());
    }
    if (isNothingToSee(question, budget)) {
      return new Coverage.Vacuous(nothingToSee(requirement));
    }
    Question enough = choice.withNeededFacts(budget);
    return new Coverage.Covered(enough.facts(), Assumed.by(enough.condition()));
  }

  /**
   * As {@link #decide}, for callers that ask much and show only the event that is missed: {@code
   * Covered} comes without the facts and assumptions that it rests on, which take a search each to
   * find, and also where there is nothing to see; {@code Missed} says nothing of the tests.
   */
  public Coverage decideOnly(Requirement requirement, List<? extends EventTest> deployed) {
    Outcome outcome = FactChoice.of(new Question(requirement, deployed), budget(STEPS)).outcome();
    if (outcome instanceof Outcome.Missed missed) {
      return new Coverage.Missed(missed.event(), List.of());
    }
    return outcome instanceof Outcome.Unknown unknown
        ? new Coverage.Undecided(unknown.reason())
        : new Coverage.Covered(List.of(), List.of());
  }

  /** As {@link #decideOnly}, for callers that need no event: what that is, in a word. */
  public Answer covers(Requirement requirement, List<? extends EventTest> deployed) {
    return covers(requirement, deployed, budget(STEPS));
  }

  /** The same, for questions that come again. */
  public Answer covers(Requirement requirement, List<? extends EventTest> deployed, Answers known) {
    StepBudget budget = budget(STEPS);
    return known
        .of(requirement, deployed, budget)
        .orElseGet(
            () -> {
              Answer answer = covers(requirement, deployed, budget);
              known.put(requirement, deployed, answer, budget.used());
              return answer;
            });
  }

  private static Answer covers(
      Requirement requirement, List<? extends EventTest> deployed, StepBudget budget) {
    Question question = new Question(requirement, deployed).notShown();
    Outcome outcome = FactChoice.of(question, budget).outcome();
    return outcome instanceof Outcome.None
        ? Answer.COVERED
        : outcome instanceof Outcome.Missed ? Answer.MISSED : Answer.UNDECIDED;
  }

  /** A sample that must be seen shows that there is something. */
  private static boolean isNothingToSee(Question question, StepBudget budget) {
    return question.bases().stream().noneMatch(base -> base.isRequired() && base.broken().isEmpty())
        && FactChoice.of(question.withNothingDeployed(), budget).outcome() instanceof Outcome.None;
  }

  private StepBudget budget(long steps) {
    return whole.map(all -> all.part(steps)).orElseGet(() -> new StepBudget(steps));
  }

  private static List<Exclusion> because(List<? extends EventTest> deployed, JsonNode record) {
    return deployed.stream().map(test -> test.exclusion(record)).toList();
  }

  private static String nothingToSee(Requirement requirement) {
    String required = "`" + Excerpt.of(requirement.required().text()) + "`";
    String exempt =
        requirement.exempt().stream()
            .map(pattern -> "`" + Excerpt.of(pattern.text()) + "`")
            .collect(Collectors.joining(" and "));
    return exempt.isEmpty()
        ? "no event can match the required pattern " + required
        : "the exemption " + exempt + " leaves no event of " + required + " that must be seen";
  }
}
