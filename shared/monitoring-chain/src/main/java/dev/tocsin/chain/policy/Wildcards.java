package dev.tocsin.chain.policy;

import java.util.Locale;

/** Matching with {@code *} and {@code ?}, as the IAM user guide defines it for each place. */
final class Wildcards {

  private static final int ARN_PARTS = 6;
  private static final char LITERAL_STAR = '\uE000';
  private static final char LITERAL_QUESTION = '\uE001';

  private Wildcards() {}

  /** The text as a part of a pattern that matches it and nothing else. */
  static String quote(String text) {
    return text.replace('*', LITERAL_STAR).replace('?', LITERAL_QUESTION);
  }

  /** The text of a pattern in which nothing is a wildcard. */
  static String unquote(String pattern) {
    return pattern.replace(LITERAL_STAR, '*').replace(LITERAL_QUESTION, '?');
  }

  /** Any text for {@code *}, any one character for {@code ?}. Cost: |pattern| × |text|. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || literal(pattern.charAt(p)) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static char literal(char c) {
    return c == LITERAL_STAR ? '*' : c == LITERAL_QUESTION ? '?' : c;
  }

  /** Action names are compared without case. */
  static boolean matchesAction(String pattern, String action) {
    return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", ARN_PARTS).length == ARN_PARTS;
  }

  /** {@code ArnLike} and {@code ArnEquals}: each of the six parts on its own. */
  static boolean matchesArn(String pattern, String arn) {
    if (!isArn(pattern) || !isArn(arn)) {
      return false;
    }
    String[] wanted = pattern.split(":", ARN_PARTS);
    String[] found = arn.split(":", ARN_PARTS);
    for (int part = 0; part < ARN_PARTS; part++) {
      if (!matches(wanted[part], found[part])) {
        return false;
      }
    }
    return true;
  }
}
