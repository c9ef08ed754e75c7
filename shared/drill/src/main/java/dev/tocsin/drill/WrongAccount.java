package dev.tocsin.drill;

/** The credentials are another account's; nothing was written. */
public final class WrongAccount extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private WrongAccount(String message) {
    super(message);
  }

  static void check(String planned, String found) {
    if (!planned.equals(found)) {
      throw new WrongAccount(
          "the drill is for account %s, the credentials are those of account %s; nothing was written. Fix: use credentials of account %1$s"
              .formatted(planned, found));
    }
  }
}
