package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The controls of an evaluation that have no verdict yet. */
final class Unjudged {
  private static final int SHOWN = 10;

  private final List<Control> all;
  private final Set<Control> judged = ConcurrentHashMap.newKeySet();

  Unjudged(List<Control> all) {
    this.all = all;
  }

  /** Takes out a control that has its verdict; from any thread. */
  void take(Control control) {
    judged.add(control);
  }

  /** Names the others, the first of them where they are many; empty iff there is none. */
  String clause() {
    List<String> left =
        all.stream()
            .filter(control -> !judged.contains(control))
            .map(control -> "`" + control.id() + "`")
            .toList();
    if (left.isEmpty()) {
      return "";
    }
    int more = left.size() - SHOWN;
    return left.stream().limit(SHOWN).collect(Collectors.joining(", ", "without a verdict: ", ""))
        + (more > 0 ? " and %d more".formatted(more) : "");
  }
}
