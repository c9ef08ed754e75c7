package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A control with the cases of its folder, which only tests need. */
record RuleFolder(Control control, RuleFiles files) {

  private static final List<RuleFolder> ALL =
      ControlCatalog.read(rules(), new Problems()).controls().stream()
          .map(control -> new RuleFolder(control, files(control.id())))
          .toList();

  /** A deployed filter to accept or to refuse. */
  record Filter(String file, FilterPattern pattern) {}

  static Path rules() {
    return Path.of(System.getProperty("tocsin.root", "../.."), "rules").toAbsolutePath();
  }

  /** Every folder that can be read, for parameterized tests. */
  static Stream<RuleFolder> all() {
    return ALL.stream();
  }

  static RuleFolder of(String id) {
    return all().filter(folder -> folder.control().id().equals(id)).findFirst().orElseThrow();
  }

  private static RuleFiles files(String id) {
    return new RuleFiles(new FolderTexts.OnDisk(rules().resolve(id)), new Problems());
  }

  List<Example> raisesAlarm() {
    return control.examples();
  }

  List<Example> staysSilent() {
    return RuleFolderReader.examples(files, "events/stays-silent");
  }

  List<Filter> covers() {
    return filters("filters/covers");
  }

  List<Filter> misses() {
    return filters("filters/misses");
  }

  private List<Filter> filters(String directory) {
    List<Filter> filters = new ArrayList<>();
    for (String name : files.list(directory, ".pattern")) {
      String file = directory + "/" + name + ".pattern";
      files.pattern(file, "").ifPresent(pattern -> filters.add(new Filter(file, pattern)));
    }
    return filters;
  }

  /** What reading the cases found wrong. */
  List<CatalogProblem> problems() {
    staysSilent();
    covers();
    misses();
    return files.problems().all();
  }

  /** How a file is named in messages. */
  String name(String file) {
    return "`rules/" + control.id() + "/" + file + "`";
  }

  @Override
  public String toString() {
    return control.id();
  }
}
