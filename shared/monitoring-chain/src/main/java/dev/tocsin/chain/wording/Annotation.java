package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Verdict;

/** The one line of a verdict that AWS Config keeps. */
public final class Annotation {
  private Annotation() {}

  /** The most characters that {@code PutEvaluations} takes. */
  public static final int MAX_LENGTH = 256;

  /**
   * 1 to 256 characters: when broken, the first broken link and its fix; when compliant, the chain;
   * then the notes. What does not fit ends in {@code …}, never inside a code point.
   */
  public static String of(Verdict verdict) {
    return cut(FullText.of(verdict).lines().findFirst().orElse(verdict.control()));
  }

  static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
