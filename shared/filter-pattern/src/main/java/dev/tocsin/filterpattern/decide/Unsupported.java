package dev.tocsin.filterpattern.decide;

/** A question that is not decided, for a stated reason; never leaves this package. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsupported(String reason) {
    super(reason, null, false, false);
  }
}
