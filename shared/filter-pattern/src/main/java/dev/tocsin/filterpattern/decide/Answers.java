package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Truth;
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
  private record Asked(Requirement requirement, List<EventTest> deployed) {
    Asked {
      deployed = List.copyOf(deployed);
    }
  }

  private record Found(Truth answer, long steps) {}

  /** The answer, if it is known and the budget bears it; unknown beyond the budget. */
  Optional<Truth> of(
      Requirement requirement, List<? extends EventTest> deployed, StepBudget budget) {
    Found known = found.get(new Asked(requirement, List.copyOf(deployed)));
    if (known == null) {
      return Optional.empty();
    }
    try {
      budget.spend(known.steps());
      return Optional.of(known.answer());
    } catch (StepBudget.Exhausted e) {
      return Optional.of(Truth.UNKNOWN);
    }
  }

  /** Remembers what is certain; what is not may be so for want of steps. */
  void put(Requirement requirement, List<? extends EventTest> deployed, Truth answer, long steps) {
    if (answer != Truth.UNKNOWN) {
      found.put(new Asked(requirement, List.copyOf(deployed)), new Found(answer, steps));
    }
  }
}
