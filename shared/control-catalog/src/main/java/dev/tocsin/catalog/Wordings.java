package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which required set and which printed texts each benchmark has: the key {@code texts} of {@code
 * control.json}.
 *
 * <p>An entry of a CIS version holds from that version on until the next entry; Security Hub takes
 * its own entry, or that of the newest CIS version. Texts stand in the order of the entries: where
 * one names several, the first is the one to deploy. A published file that no entry names is
 * another guide's.
 */
record Wordings(Map<Benchmark, FilterPattern> required, List<PublishedPattern> published) {

  private record Entry(Optional<String> required, List<String> published) {}

  static Wordings read(RuleFiles files, Fields control, Set<Benchmark> benchmarks) {
    Problems.Place place = files.at(ControlFile.FILE);
    TreeMap<Benchmark, Entry> entries = new TreeMap<>();
    control
        .object("texts")
        .objects()
        .forEach(
            (key, fields) -> {
              Entry entry = new Entry(fields.optionalText("required"), fields.texts("published"));
              fields.rejectUnknownKeys();
              Optional<Benchmark> from = Benchmark.of(key);
              from.ifPresent(benchmark -> entries.put(benchmark, entry));
              if (from.isEmpty() || !benchmarks.contains(from.get())) {
                place.add(
                    "`texts` to name benchmarks that `sections` has",
                    "`" + key + "`",
                    "respell it or add its section");
              }
            });
    Map<String, FilterPattern> sets = new LinkedHashMap<>();
    for (String name : files.list("required", ".pattern")) {
      files
          .pattern("required/" + name + ".pattern", "write the events that this text is about")
          .ifPresent(set -> sets.put(name, set));
    }
    Map<Benchmark, FilterPattern> required = new EnumMap<>(Benchmark.class);
    Map<String, Set<Benchmark>> printedBy = new LinkedHashMap<>();
    List<String> inOrder = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Benchmark benchmark : benchmarks) {
      Optional<Entry> entry = holdingFor(benchmark, entries);
      entry
          .flatMap(Entry::required)
          .ifPresent(
              name -> {
                used.add(name);
                if (sets.containsKey(name)) {
                  required.put(benchmark, sets.get(name));
                }
              });
      List<String> names = entry.map(Entry::published).orElse(List.of());
      names.forEach(name -> printedBy.computeIfAbsent(name, any -> new HashSet<>()).add(benchmark));
      addInOrder(names, inOrder);
    }
    checkNames(files, "required", used, Set.copyOf(files.list("required", ".pattern")));
    for (String name : files.list("required", ".pattern")) {
      if (!used.contains(name)) {
        files
            .at("required/" + name + ".pattern")
            .add("a file that `texts` names", "no entry for it", "name or remove it");
      }
    }
    List<String> present = files.list("published", ".pattern");
    checkNames(files, "published", printedBy.keySet(), Set.copyOf(present));
    inOrder.retainAll(present);
    present.stream().filter(name -> !inOrder.contains(name)).forEach(inOrder::add);
    return new Wordings(required, published(files, control, inOrder, printedBy));
  }

  /** Adds what is missing, each before those that the entry names after it. */
  private static void addInOrder(List<String> entry, List<String> inOrder) {
    int end = inOrder.size();
    for (int i = entry.size() - 1; i >= 0; i--) {
      int at = inOrder.indexOf(entry.get(i));
      if (at < 0) {
        inOrder.add(end, entry.get(i));
      } else {
        end = at;
      }
    }
  }

  private static Optional<Entry> holdingFor(
      Benchmark benchmark, TreeMap<Benchmark, Entry> entries) {
    if (entries.containsKey(benchmark)) {
      return Optional.of(entries.get(benchmark));
    }
    Benchmark newest = benchmark == Benchmark.SECURITY_HUB ? Benchmark.DEFAULT : benchmark;
    return Optional.ofNullable(entries.floorEntry(newest)).map(Map.Entry::getValue);
  }

  private static void checkNames(
      RuleFiles files, String directory, Set<String> named, Set<String> present) {
    for (String name : named) {
      if (!present.contains(name)) {
        files
            .at(directory + "/" + name + ".pattern")
            .add("the file that `texts` names", "nothing", "add it or respell its name");
      }
    }
  }

  private static List<PublishedPattern> published(
      RuleFiles files,
      Fields control,
      List<String> inOrder,
      Map<String, Set<Benchmark>> printedBy) {
    Map<String, PublishedPattern.Defect> defects = defects(files, control, inOrder);
    List<PublishedPattern> published = new ArrayList<>();
    for (String name : inOrder) {
      Parsed parsed =
          FilterPattern.parse(files.text("published/" + name + ".pattern", "").orElse(""));
      published.add(
          new PublishedPattern(
              name,
              parsed,
              printedBy.getOrDefault(name, Set.of()),
              Optional.ofNullable(defects.get(name))));
    }
    return published;
  }

  private static Map<String, PublishedPattern.Defect> defects(
      RuleFiles files, Fields control, List<String> present) {
    Problems.Place place = files.at(ControlFile.FILE);
    Map<String, PublishedPattern.Defect> defects = new LinkedHashMap<>();
    control
        .object("defects")
        .objects()
        .forEach(
            (name, fields) -> {
              String reason = fields.text("reason");
              fields
                  .oneOf("kind", PublishedPattern.Kind::of, List.of("misses", "floods", "invalid"))
                  .ifPresent(kind -> defects.put(name, new PublishedPattern.Defect(kind, reason)));
              fields.rejectUnknownKeys();
              if (!present.contains(name)) {
                place.add(
                    "`defects` to name files of `published/`", "`" + name + "`", "respell it");
              }
            });
    return defects;
  }
}
