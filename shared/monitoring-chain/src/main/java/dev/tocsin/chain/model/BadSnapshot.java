package dev.tocsin.chain.model;

/** A text that was meant to be a snapshot is none; the message is one line for the user. */
public final class BadSnapshot extends Exception {
  private static final long serialVersionUID = 1L;

  BadSnapshot(String message) {
    super(message);
  }

  BadSnapshot(String message, Throwable cause) {
    super(message, cause);
  }
}
