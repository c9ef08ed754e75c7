package dev.tocsin.evaluation;

import dev.tocsin.filterpattern.Requirement;

/**
 * The parameters leave no event of the control, so that anything would do and nothing is shown. The
 * user's mistake, never a verdict.
 */
public final class NothingToSee extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ParameterProblem problem;

  private NothingToSee(ParameterProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  static NothingToSee of(Requirement requirement) {
    return new NothingToSee(
        new ParameterProblem(
            Parameter.EXEMPT.key(),
            "expected a pattern that leaves events of `%s` to be seen, found `%s`, which exempts them all. Fix: narrow it, or leave the control out"
                .formatted(
                    requirement.name(), requirement.exempt().map(e -> e.text()).orElse(""))));
  }

  /** What is wrong, for an adapter that names parameters in its own way. */
  public ParameterProblem problem() {
    return problem;
  }
}
