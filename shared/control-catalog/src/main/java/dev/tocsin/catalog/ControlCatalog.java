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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every control, by id. Immutable. */
public final class ControlCatalog {

  private static final String SHIPPED = "/rules/README.md";

  private final List<Control> controls;
  private final List<Fact> factsOfEveryRecord;

  private ControlCatalog(List<Control> controls, List<Fact> factsOfEveryRecord) {
    this.controls = List.copyOf(controls);
    this.factsOfEveryRecord = List.copyOf(factsOfEveryRecord);
  }

  /**
   * The controls that travel with this class, from a jar as from a folder of classes.
   *
   * @throws CatalogException if they cannot be read, which the build rules out
   */
  public static ControlCatalog load() {
    URL readme = ControlCatalog.class.getResource(SHIPPED);
    if (readme == null) {
      throw new IllegalStateException("`" + SHIPPED + "` is not on the class path");
    }
    try {
      if (readme.openConnection() instanceof JarURLConnection jar) {
        Path file = Path.of(jar.getJarFileURL().toURI());
        try (FileSystem inside = FileSystems.newFileSystem(file)) {
          return read(inside.getPath(SHIPPED).getParent());
        }
      }
      return read(Path.of(readme.toURI()).getParent());
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
    if (!problems.all().isEmpty()) {
      throw new CatalogException(problems.all());
    }
    return catalog;
  }

  /** The controls that can be read; what is wrong with the others is added to {@code problems}. */
  static ControlCatalog read(Path rules, Problems problems) {
    RecordFacts shared = RecordFacts.read(problems);
    List<Control> controls = new ArrayList<>();
    for (Path folder : folders(rules)) {
      RuleFolderReader.read(new RuleFiles(folder, problems), shared).ifPresent(controls::add);
    }
    return new ControlCatalog(controls, shared.ofEveryRecord());
  }

  /** In alphabetical order of ids. */
  public List<Control> controls() {
    return controls;
  }

  /** What is true of every record that CloudTrail delivers to a log group, whatever the control. */
  public List<Fact> factsOfEveryRecord() {
    return factsOfEveryRecord;
  }

  /** The control of that id, or nothing. */
  public Optional<Control> find(String id) {
    return controls.stream().filter(control -> control.id().equals(id)).findFirst();
  }

  /** Every id, in alphabetical order. */
  public List<String> ids() {
    return controls.stream().map(Control::id).toList();
  }

  /** The controls of a pack, in alphabetical order; empty for an unknown name. */
  public List<Control> inRuleSet(String ruleSet) {
    return controls.stream().filter(control -> control.ruleSets().contains(ruleSet)).toList();
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
