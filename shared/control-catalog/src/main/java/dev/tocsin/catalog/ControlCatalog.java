package dev.tocsin.catalog;

import dev.tocsin.filterpattern.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every control, by id. Immutable, thread-safe. */
public final class ControlCatalog {

  private static final String SHIPPED = "/rules/README.md";

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
    for (Path folder : folders(shipped())) {
      controls.put(
          RuleFiles.name(folder),
          new Entry(
              Once.of(() -> whole(folder, shared)),
              Once.of(() -> ControlFile.frameworks(new RuleFiles(folder, new Problems())))));
    }
    return new ControlCatalog(controls, shared.ofEveryRecord());
  }

  private static Control whole(Path folder, RecordFacts shared) {
    Problems problems = new Problems();
    Optional<Control> control = RuleFolderReader.read(new RuleFiles(folder, problems), shared);
    problems.throwIfAny();
    return control.orElseThrow();
  }

  /** The folder of folders; inside a jar that stays open for as long as the process runs. */
  private static Path shipped() {
    URL readme = ControlCatalog.class.getResource(SHIPPED);
    if (readme == null) {
      throw new IllegalStateException("`" + SHIPPED + "` is not on the class path");
    }
    try {
      if (readme.openConnection() instanceof JarURLConnection jar) {
        FileSystem inside = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()));
        return inside.getPath(SHIPPED).getParent();
      }
      return Path.of(readme.toURI()).getParent();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + readme + "`", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot locate `" + readme + "`", e);
    }
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
      RuleFolderReader.read(new RuleFiles(folder, problems), shared)
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
   * The controls that a benchmark has, in alphabetical order. Of the folders of all others one file
   * is read.
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
      return children
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(RuleFiles::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list `" + rules + "`", e);
    }
  }
}
