package dev.tocsin.cli;

/**
 * Something the user gave cannot be used. The message is one line that names it, says what was
 * expected and found, and how to mend it.
 */
final class InputProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputProblem(String message) {
    super(message);
  }
}
