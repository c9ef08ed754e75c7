package dev.tocsin.cli.io;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /**
   * Those nearest to what was typed, nearest first, at most three; empty iff none is near: at most
   * a third of its letters differ, or it is the beginning of some.
   */
  public static List<String> to(String typed, Collection<String> names) {
    int most = Math.max(1, typed.length() / 3);
    int least = names.stream().mapToInt(name -> distance(typed, name)).min().orElse(most + 1);
    if (least <= most) {
      return names.stream()
          .filter(name -> distance(typed, name) <= least + 1 && distance(typed, name) <= most)
          .sorted(Comparator.comparingInt(name -> distance(typed, name)))
          .limit(MOST)
          .toList();
    }
    String start = typed.toLowerCase(Locale.ROOT);
    return start.length() < MOST
        ? List.of()
        : names.stream().filter(name -> name.startsWith(start)).limit(MOST).toList();
  }

  /** Levenshtein's distance. Cost: the product of the lengths. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
