package dev.tocsin.filterpattern.explain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether one text may be the other, misspelt. */
final class Similar {

  private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final int SHORTEST_WORD = 3;

  private Similar() {}

  /** Whether the texts differ in case, stars, cut words or one slip of the keyboard only. */
  static boolean are(String a, String b) {
    String left = plain(a);
    String right = plain(b);
    return left.equals(right)
        || areCut(a, b)
        || (Math.min(left.length(), right.length()) > 3 && slips(left, right) <= 1);
  }

  /** Whether the words of both begin alike, one of them cut short. */
  private static boolean areCut(String a, String b) {
    String[] left = WORD.split(a, -1);
    String[] right = WORD.split(b, -1);
    boolean alike = left.length == right.length && left.length > 1;
    for (int i = 0; i < left.length && alike; i++) {
      boolean begins = left[i].startsWith(right[i]) || right[i].startsWith(left[i]);
      alike = begins && Math.min(left[i].length(), right[i].length()) >= SHORTEST_WORD;
    }
    return alike;
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
