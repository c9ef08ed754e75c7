package dev.tocsin.cli.control;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.InputProblem;
import java.util.Arrays;
import java.util.List;

/** The controls that options and lines name. */
public final class Controls {

  private Controls() {}

  /**
   * The control of that id.
   *
   * @throws InputProblem if there is none
   */
  public static Control find(ControlCatalog catalog, String id) {
    return catalog.find(id).orElseThrow(() -> new InputProblem(unknown(catalog, id)));
  }

  /** What to say of an id that no control has: the likeliest ids, or all. */
  public static String unknown(ControlCatalog catalog, String id) {
    return "unknown control `" + id + "`. Fix: name " + likely(id, catalog.ids());
  }

  /** Those that share a word with what was typed, or all. */
  private static String likely(String typed, List<String> ids) {
    List<String> words =
        Arrays.stream(typed.split("[^a-z0-9]+")).filter(w -> w.length() > 2).toList();
    List<String> close = ids.stream().filter(id -> words.stream().anyMatch(id::contains)).toList();
    List<String> shown = close.isEmpty() ? ids : close;
    return shown.size() == 1 ? "`" + shown.get(0) + "`" : "one of " + String.join(", ", shown);
  }
}
