package dev.tocsin.cli.io;

import dev.tocsin.chain.model.Distance;
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
    int least =
        names.stream().mapToInt(name -> Distance.between(typed, name)).min().orElse(most + 1);
    if (least <= most) {
      return names.stream()
          .filter(
              name ->
                  Distance.between(typed, name) <= least + 1
                      && Distance.between(typed, name) <= most)
          .sorted(Comparator.comparingInt(name -> Distance.between(typed, name)))
          .limit(MOST)
          .toList();
    }
    String start = typed.toLowerCase(Locale.ROOT);
    return start.length() < MOST
        ? List.of()
        : names.stream().filter(name -> name.startsWith(start)).limit(MOST).toList();
  }
}
