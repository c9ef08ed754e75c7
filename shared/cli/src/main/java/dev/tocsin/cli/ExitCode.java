package dev.tocsin.cli;

/** What {@code tocsin} tells the shell. */
final class ExitCode {

  /** Everything asked about is compliant, covered or done. */
  static final int GOOD = 0;

  /** Something asked about is not; the output says what. */
  static final int NOT_GOOD = 1;

  /** The arguments or a file given cannot be used; one line on standard error says why. */
  static final int BAD_INPUT = 2;

  /**
   * The question was fine and could not be answered: AWS refused a call, or tocsin has a defect.
   */
  static final int COULD_NOT_EVALUATE = 3;

  private ExitCode() {}
}
