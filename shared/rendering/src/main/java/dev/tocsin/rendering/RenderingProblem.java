package dev.tocsin.rendering;

/**
 * What was asked for cannot be written. The message is one line that names it, says what was
 * expected and found, and how to mend it.
 */
public final class RenderingProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RenderingProblem(String message) {
    super(message);
  }
}
