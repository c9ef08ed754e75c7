package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers that are asked for again. One that is known takes the steps from the budget that it took
 * when it was found, so that no answer depends on what was asked before. Safe to share between
 * threads.
 */
public final class Answers {
  private final Map<Asked, Found> found = new ConcurrentHashMap<>();

  /** Requirements are the same only as objects. */
  private record Asked(Requirement requirement, List<EventTest> deployed) {}

  private record Found(Answer answer, long steps) {}

  /** The answer, if it is known; {@code UNDECIDED} if the budget does not bear it. */
  Optional<Answer> of(
      Requirement requirement, List<? extends EventTest> deployed, StepBudget budget) {
    Found known = found.get(new Asked(requirement, List.copyOf(deployed)));
    if (known == null) {
      return Optional.empty();
    }
    try {
      budget.spend(known.steps());
      return Optional.of(known.answer());
    } catch (StepBudget.Exhausted e) {
      return Optional.of(Answer.UNDECIDED);
    }
  }

  /** Remembers what is certain; what is not may be so for want of steps. */
  void put(Requirement requirement, List<? extends EventTest> deployed, Answer answer, long steps) {
    if (answer != Answer.UNDECIDED) {
      found.put(new Asked(requirement, List.copyOf(deployed)), new Found(answer, steps));
    }
  }
}
