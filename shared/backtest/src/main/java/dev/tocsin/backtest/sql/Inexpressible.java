package dev.tocsin.backtest.sql;

/** SQL cannot say it exactly; the message says why, lower case, no final stop. */
final class Inexpressible extends Exception {
  private static final long serialVersionUID = 1L;

  Inexpressible(String reason) {
    super(reason);
  }
}
