package dev.tocsin.filterpattern.text;

import java.util.Optional;

/**
 * What one decision may cost, counted in steps and not in time, so that the same question gets the
 * same answer on every machine. Not shared between threads.
 */
public final class StepBudget {

  /** Thrown when the budget is used up; never leaves the decision. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted(long steps, String what) {
      super("more than " + steps + " steps are needed" + what, null, false, false);
    }
  }

  private final long limit;
  private final String what;
  private final Optional<StepBudget> whole;
  private long used;

  /** A budget of its own. */
  public StepBudget(long limit) {
    this(limit, "", Optional.empty());
  }

  /**
   * A budget of its own for work that is named when it is used up.
   *
   * @param what as in "steps are needed for {@code what}"
   */
  public StepBudget(long limit, String what) {
    this(limit, " for " + what, Optional.empty());
  }

  private StepBudget(long limit, String what, Optional<StepBudget> whole) {
    this.limit = limit;
    this.what = what;
    this.whole = whole;
  }

  /** A budget of at most {@code steps}, which are taken from this one, too. */
  public StepBudget part(long steps) {
    return new StepBudget(steps, "", Optional.of(this));
  }

  /**
   * Accounts for some steps.
   *
   * @throws Exhausted if they are more than what is left
   */
  public void spend(long steps) {
    used += steps;
    if (used > limit) {
      throw new Exhausted(limit, what);
    }
    if (whole.isPresent()) {
      whole.get().spend(steps);
    }
  }

  /** Steps spent so far. */
  public long used() {
    return used;
  }
}
