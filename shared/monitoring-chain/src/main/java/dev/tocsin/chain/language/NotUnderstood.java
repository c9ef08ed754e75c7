package dev.tocsin.chain.language;

/** A text that a grammar does not know; never leaves {@link Tokens#read}. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  NotUnderstood() {
    super("not understood", null, false, false);
  }
}
