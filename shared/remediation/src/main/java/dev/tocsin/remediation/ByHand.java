package dev.tocsin.remediation;

/** No call repairs it: what a person does, or decides; lower case, no final stop. */
final class ByHand extends Exception {
  private static final long serialVersionUID = 1L;

  ByHand(String advice) {
    super(advice);
  }
}
