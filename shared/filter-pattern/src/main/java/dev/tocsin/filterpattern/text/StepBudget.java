package dev.tocsin.filterpattern.text;

/**
 * What one decision may cost, counted in steps and not in time, so that the same question gets the
 * same answer on every machine. Not shared between threads.
 */
public final class StepBudget {

  /** Thrown when the budget is used up; never leaves the decision. */
  public static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted(long steps) {
      super("more than " + steps + " steps are needed", null, false, false);
    }
  }

  private final long limit;
  private long used;

  public StepBudget(long limit) {
    this.limit = limit;
  }

  /**
   * Accounts for some steps.
   *
   * @throws Exhausted if they are more than what is left
   */
  public void spend(long steps) {
    used += steps;
    if (used > limit) {
      throw new Exhausted(limit);
    }
  }

  /** Steps spent so far. */
  public long used() {
    return used;
  }
}
