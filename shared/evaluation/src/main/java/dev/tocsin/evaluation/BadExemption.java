package dev.tocsin.evaluation;

/** A text of exemptions that says something which no exemption can; the message says what. */
final class BadExemption extends Exception {
  private static final long serialVersionUID = 1L;

  BadExemption(String problem) {
    super(problem);
  }
}
