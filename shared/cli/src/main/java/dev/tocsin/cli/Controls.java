package dev.tocsin.cli;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The controls, benchmarks and exemptions that options name. */
final class Controls {

  private Controls() {}

  /** The control of that id; an unknown one is answered with the likeliest or all. */
  static Control find(ControlCatalog catalog, String id) {
    return catalog.find(id).orElseThrow(() -> new InputProblem(unknown(id, catalog.ids())));
  }

  /** What to say of an id that no control has. */
  static String unknown(String id, List<String> ids) {
    return "unknown control `" + id + "`. Fix: name " + likely(id, ids);
  }

  static Benchmark benchmark(String id) {
    return Benchmark.of(id)
        .orElseThrow(
            () ->
                new InputProblem(
                    "unknown benchmark `"
                        + id
                        + "`. Fix: name one of "
                        + Arrays.stream(Benchmark.values())
                            .map(Benchmark::id)
                            .collect(Collectors.joining(", "))));
  }

  static Optional<FilterPattern> exempt(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Patterns.parse(text));
    } catch (Patterns.Refused refused) {
      throw new InputProblem("exempt " + refused.getMessage());
    }
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
