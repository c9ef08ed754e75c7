package dev.tocsin.evaluation;

import dev.tocsin.chain.verdict.Exemption;
import java.util.List;

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

  /**
   * The mistake.
   *
   * @param exemptions those that leave nothing, at least one
   */
  static NothingToSee of(String control, List<Exemption> exemptions) {
    return new NothingToSee(
        new ParameterProblem(
            Parameter.EXEMPT.key(),
            "expected a pattern that leaves events of `%s` to be seen, found %s, which exempts them all. Fix: narrow it, or leave the control out"
                .formatted(control, Parameter.quoted(exemptions.stream().map(Exemption::name)))));
  }

  /** What is wrong, for an adapter that names parameters in its own way. */
  public ParameterProblem problem() {
    return problem;
  }
}
