package dev.tocsin.filterpattern.explain;

import java.util.Locale;

/** Whether one text may be the other, misspelt. */
final class Similar {

  private Similar() {}

  /** Whether the texts differ in case, stars or one slip of the keyboard only. */
  static boolean are(String a, String b) {
    String left = plain(a);
    String right = plain(b);
    return left.equals(right)
        || (Math.min(left.length(), right.length()) > 3 && slips(left, right) <= 1);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("*", "");
  }

  /** Characters left out, put in, exchanged or turned round; beyond one, just more than one. */
  private static int slips(String a, String b) {
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    String left = a.substring(start, a.length() - end);
    String right = b.substring(start, b.length() - end);
    boolean turned =
        left.length() == 2
            && right.length() == 2
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0);
    return turned ? 1 : Math.max(left.length(), right.length());
  }
}
