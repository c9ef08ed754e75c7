package dev.tocsin.cli.documents;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.evaluation.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the names that pages print like {@code ThisOne} to what there is: what a page calls a
 * parameter is one of a template or of the rules, and every other name is a Java type, something in
 * a template, an event of a control, or a name of AWS in {@code names-of-others.tsv}.
 */
class NamesInDocumentsTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]\\w*)`");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
  private static final Pattern YAML_KEY =
      Pattern.compile("^[ \\-]*\"?([A-Z]\\w+)\"?:", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z]+");

  /** The ways a page says that a name, or each name of a list, is a parameter. */
  private static final List<Pattern> CLAIMS =
      List.of(
          Pattern.compile("\\bparameters? (`[A-Za-z]\\w*`)"),
          Pattern.compile("(`[A-Za-z]\\w*`) parameters?\\b"),
          Pattern.compile("`([A-Z]\\w*=)[^`]*`"),
          Pattern.compile("--parameter-overrides((?: \\S+=\\S+)+)"),
          Pattern.compile("--parameters (\\S+=\\S+)"));

  private static final Pattern TABLE =
      Pattern.compile("^\\| Parameter \\|.*\\n((?:\\|.*\\n)+)", Pattern.MULTILINE);
  private static final Pattern FIRST_CELL = Pattern.compile("^\\| ([^|]*)\\|", Pattern.MULTILINE);
  private static final Pattern CLAIMED = Pattern.compile("`(\\w+)`|\\b([A-Z]\\w*)=");

  private static Set<String> parameters;
  private static Set<String> known;

  @BeforeAll
  static void gatherNames() throws IOException {
    parameters = new TreeSet<>();
    Arrays.stream(Parameter.values()).map(Parameter::key).forEach(parameters::add);
    known = new TreeSet<>();
    for (Path template : Pages.endingWith(".yaml", ROOT.resolve("cloudformation"))) {
      String text = Files.readString(template);
      parameters.addAll(parametersOf(text));
      YAML_KEY.matcher(text).results().forEach(key -> known.add(key.group(1)));
    }
    for (Path source : Pages.endingWith(".java", ROOT.resolve("shared"))) {
      TYPE.matcher(Files.readString(source)).results().forEach(type -> known.add(type.group(1)));
    }
    for (Path pattern : Pages.endingWith(".pattern", ROOT.resolve("rules"))) {
      WORD.matcher(Files.readString(pattern)).results().forEach(word -> known.add(word.group()));
    }
    known.addAll(namesOfOthers());
  }

  /** Pages by hand that speak of today; decisions and the changelog speak of their own time. */
  static Stream<Path> pages() throws IOException {
    Path rules = ROOT.resolve("rules");
    Path docs = ROOT.resolve("shared/docs");
    return Pages.all().stream()
        .filter(page -> page.getParent().equals(rules) || !page.startsWith(rules))
        .filter(page -> !page.startsWith(docs.resolve("controls")))
        .filter(page -> !page.equals(docs.resolve("public-detections.md")))
        .filter(page -> !page.equals(docs.resolve("public-hits.md")))
        .filter(page -> !page.startsWith(docs.resolve("decisions")))
        .filter(page -> !page.equals(docs.resolve("CHANGELOG.md")))
        .filter(page -> !page.equals(docs.resolve("peers-wrong-verdicts.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyParameterExists(Path page) throws IOException {
    Set<String> unknown = claimed(Files.readString(page));
    unknown.removeAll(parameters);
    assertThat(unknown)
        .as(
            "parameters in %s that no template and no rule has; there are %s",
            ROOT.relativize(page), parameters)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyNameIsKnown(Path page) throws IOException {
    Set<String> unknown = new TreeSet<>();
    String prose = BLOCK.matcher(Files.readString(page)).replaceAll("");
    NAME.matcher(prose)
        .results()
        .map(name -> name.group(1))
        .filter(name -> !known.contains(name))
        .forEach(unknown::add);
    assertThat(unknown)
        .as(
            "names in %s that are no type, parameter, resource or event of this repository."
                + " Fix: spell them as they are, or name their owner in names-of-others.tsv",
            ROOT.relativize(page))
        .isEmpty();
  }

  /** The keys of each block {@code Parameters:}, of templates as of what is embedded in them. */
  private static Set<String> parametersOf(String template) {
    Set<String> names = new TreeSet<>();
    int block = -1;
    for (String line : template.lines().filter(one -> !one.isBlank()).toList()) {
      int indent = line.length() - line.stripLeading().length();
      if (indent <= block) {
        block = -1;
      }
      if (line.strip().equalsIgnoreCase("parameters:")) {
        block = indent;
      } else if (block >= 0 && indent == block + 2 && Character.isLetter(line.charAt(indent))) {
        names.add(line.strip().replaceFirst(":.*", ""));
      }
    }
    return names;
  }

  private static Set<String> claimed(String page) {
    String running = page.replaceAll("\\s*\\n\\s*", " ");
    Stream<String> sentences =
        CLAIMS.stream().flatMap(claim -> claim.matcher(running).results()).map(it -> it.group(1));
    Stream<String> cells =
        TABLE
            .matcher(page)
            .results()
            .flatMap(table -> FIRST_CELL.matcher(table.group(1)).results())
            .map(cell -> cell.group(1));
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(sentences, cells)
        .flatMap(text -> CLAIMED.matcher(text).results())
        .forEach(name -> names.add(name.group(1) == null ? name.group(2) : name.group(1)));
    return names;
  }

  /** Name and owner, a line each. */
  private static List<String> namesOfOthers() throws IOException {
    try (InputStream in = NamesInDocumentsTest.class.getResourceAsStream("names-of-others.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1)[0])
          .toList();
    }
  }
}
