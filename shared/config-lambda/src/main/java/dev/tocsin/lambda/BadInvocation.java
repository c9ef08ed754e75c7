package dev.tocsin.lambda;

/**
 * The rule or its event is not one that this function can judge; the message says what to change.
 */
public final class BadInvocation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInvocation(String message) {
    super(message);
  }

  /** {@code expected … , found …} about a thing in the event or the rule. */
  static BadInvocation of(String thing, String expected, String found) {
    return new BadInvocation("`%s`: expected %s, found %s".formatted(thing, expected, found));
  }
}
