package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.ParseProblem;

/** Carries a {@link ParseProblem} out of the descent; users of patterns never see it. */
public final class Refusal extends Exception {
  private final transient ParseProblem problem;

  Refusal(ParseProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  /** What keeps the text from being a pattern. */
  public ParseProblem problem() {
    return problem;
  }
}
