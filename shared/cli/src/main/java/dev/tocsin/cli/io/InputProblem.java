package dev.tocsin.cli.io;

/**
 * Something the user gave cannot be used. The message is one line that names it, says what was
 * expected and found, and how to mend it.
 */
public final class InputProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With that one line. */
  public InputProblem(String message) {
    super(message);
  }
}
