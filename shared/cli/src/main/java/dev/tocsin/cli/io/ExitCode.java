package dev.tocsin.cli.io;

/** What {@code tocsin} tells the shell. */
public final class ExitCode {

  /** Everything asked about is compliant, covered or done. */
  public static final int GOOD = 0;

  /** Something asked about is not; the output says what. */
  public static final int NOT_GOOD = 1;

  /** The arguments or a file given cannot be used; one line on standard error says why. */
  public static final int BAD_INPUT = 2;

  /**
   * The question was fine and could not be answered: AWS refused a call, or tocsin has a defect.
   */
  public static final int COULD_NOT_EVALUATE = 3;

  private ExitCode() {}
}
