package dev.tocsin.report.page;

import dev.tocsin.chain.verdict.ComplianceType;

/** How something stands, said by a sign, a word and a colour at once. */
enum State {
  HOLDS("✓", "holds", "good"),
  BROKEN("✕", "broken", "bad"),
  NOT_SHOWN("?", "cannot be shown", "unsure"),
  NOT_REACHED("·", "not reached", "idle");

  private final String sign;
  private final String word;
  private final String tone;

  State(String sign, String word, String tone) {
    this.sign = sign;
    this.word = word;
    this.tone = tone;
  }

  String word() {
    return word;
  }

  /** The class of the style sheet. */
  String tone() {
    return tone;
  }

  /** The sign, which screen readers pass over. */
  Html sign() {
    return Html.of("span.sign", Html.Attributes.of("aria-hidden", "true"), Html.text(sign));
  }

  static State of(ComplianceType type) {
    return switch (type) {
      case COMPLIANT -> HOLDS;
      case NON_COMPLIANT -> BROKEN;
      case NOT_APPLICABLE -> NOT_REACHED;
    };
  }

  /** A verdict in a word, for people. */
  static String word(ComplianceType type) {
    return switch (type) {
      case COMPLIANT -> "compliant";
      case NON_COMPLIANT -> "not compliant";
      case NOT_APPLICABLE -> "decided elsewhere";
    };
  }
}
