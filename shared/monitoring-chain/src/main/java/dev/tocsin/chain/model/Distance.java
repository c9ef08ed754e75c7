package dev.tocsin.chain.model;

import java.util.Arrays;
import java.util.Locale;

/** How many letters must be put in, taken out or changed to make one name of another. */
public final class Distance {
  private Distance() {}

  /** Levenshtein's distance, upper and lower case alike. Cost: the product of the lengths. */
  public static int between(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
