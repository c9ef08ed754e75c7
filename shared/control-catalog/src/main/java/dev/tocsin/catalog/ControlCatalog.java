package dev.tocsin.catalog;

import dev.tocsin.filterpattern.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every control, by id. Immutable, thread-safe. */
public final class ControlCatalog {

  /**
   * A control that is read when it is asked for.
   *
   * @param frameworks whose sections its folder itself names, as far as that tells its benchmarks
   */
  private record Entry(Supplier<Control> control, Supplier<Set<String>> frameworks) {}

  private final Map<String, Entry> controls;
  private final List<Fact> factsOfEveryRecord;

  private ControlCatalog(Map<String, Entry> controls, List<Fact> factsOfEveryRecord) {
    this.controls = controls;
    this.factsOfEveryRecord = List.copyOf(factsOfEveryRecord);
  }

  /**
   * The controls that travel with this class, from a jar as from a folder of classes. A control's
   * folder is read when it is first asked for: a function that has just started needs one of them.
   *
   * <p>Whatever reads a folder that cannot be read throws a {@link CatalogException}, which the
   * build rules out.
   */
  public static ControlCatalog load() {
    Problems problems = new Problems();
    RecordFacts shared = RecordFacts.read(problems);
    problems.throwIfAny();
    Map<String, Entry> controls = new LinkedHashMap<>();
    for (PreparedRules.Entry folder : PreparedRules.shipped()) {
      controls.put(
          folder.id(), new Entry(Once.of(() -> whole(folder.texts(), shared)), folder::frameworks));
    }
    return new ControlCatalog(controls, shared.ofEveryRecord());
  }

  private static Control whole(FolderTexts folder, RecordFacts shared) {
    Problems problems = new Problems();
    Optional<Control> control = RuleFolderReader.read(new RuleFiles(folder, problems), shared);
    problems.throwIfAny();
    return control.orElseThrow();
  }

  /**
   * The controls below a folder such as {@code rules/}: one for each folder in it.
   *
   * @throws CatalogException with every problem of every folder
   */
  public static ControlCatalog read(Path rules) {
    Problems problems = new Problems();
    ControlCatalog catalog = read(rules, problems);
    problems.throwIfAny();
    return catalog;
  }

  /** The controls that can be read; what is wrong with the others is added to {@code problems}. */
  static ControlCatalog read(Path rules, Problems problems) {
    RecordFacts shared = RecordFacts.read(problems);
    Map<String, Entry> controls = new LinkedHashMap<>();
    for (Path folder : folders(rules)) {
      RuleFolderReader.read(new RuleFiles(new FolderTexts.OnDisk(folder), problems), shared)
          .ifPresent(
              control ->
                  controls.put(
                      control.id(), new Entry(() -> control, () -> control.sections().keySet())));
    }
    return new ControlCatalog(controls, shared.ofEveryRecord());
  }

  /** In alphabetical order of ids. */
  public List<Control> controls() {
    return controls.values().stream().map(entry -> entry.control().get()).toList();
  }

  /**
   * The controls that a benchmark has, in alphabetical order. The folders of all others are not
   * read.
   */
  public List<Control> in(Benchmark benchmark) {
    return controls.values().stream()
        .filter(entry -> entry.frameworks().get().contains(benchmark.id()))
        .map(entry -> entry.control().get())
        .toList();
  }

  /** What is true of every record that CloudTrail delivers to a log group, whatever the control. */
  public List<Fact> factsOfEveryRecord() {
    return factsOfEveryRecord;
  }

  /** The control of that id, or nothing. */
  public Optional<Control> find(String id) {
    return Optional.ofNullable(controls.get(id)).map(entry -> entry.control().get());
  }

  /** Every id, in alphabetical order. */
  public List<String> ids() {
    return List.copyOf(controls.keySet());
  }

  /** The controls of a pack, in alphabetical order; empty for an unknown name. */
  public List<Control> inRuleSet(String ruleSet) {
    return controls().stream().filter(control -> control.ruleSets().contains(ruleSet)).toList();
  }

  static List<Path> folders(Path rules) {
    try (Stream<Path> children = Files.list(rules)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list `" + rules + "`", e);
    }
  }
}
