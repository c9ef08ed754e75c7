package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.ParseProblem;

/** Carries a {@link ParseProblem} out of the descent; never leaves this package. */
final class Refusal extends Exception {
  private final transient ParseProblem problem;

  Refusal(ParseProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  ParseProblem problem() {
    return problem;
  }
}
