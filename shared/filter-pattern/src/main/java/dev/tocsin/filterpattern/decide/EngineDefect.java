package dev.tocsin.filterpattern.decide;

/**
 * The decision and the matcher disagree about a record. A defect of this engine, never of the
 * user's input and never a verdict.
 */
public final class EngineDefect extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EngineDefect(String message) {
    super(message);
  }
}
