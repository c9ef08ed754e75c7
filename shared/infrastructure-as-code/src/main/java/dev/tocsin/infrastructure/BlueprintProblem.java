package dev.tocsin.infrastructure;

/** A text that was meant to be a plan or a template is none; the message is one line. */
public final class BlueprintProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message that names the file, what was expected and found, and the fix. */
  public BlueprintProblem(String message) {
    super(message);
  }
}
