package dev.tocsin.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sentences are for people: in no module does code read one back to learn what it says. What code
 * has to know of a finding or an answer is a member of it.
 */
final class SentencesTest {
  private static final Path SHARED = Path.of(System.getProperty("tocsin.root"), "shared");
  private static final String READING =
      "(?:startsWith|endsWith|contains|indexOf|matches|equals|split|substring|replace\\w*)";

  /** A text of two words or more that another text is searched for. */
  private static final Pattern SEARCH =
      Pattern.compile("\\b" + READING + "\\(\\s*\"[^\"\\n]*[a-z]+ [a-z]+[^\"\\n]*\"");

  /** The text of a finding, an answer or an exception, looked into. */
  private static final Pattern LOOK =
      Pattern.compile(
          "\\b(?:problem|fix|reason|because|annotation|shows|nearMiss)\\(\\)\\s*\\."
              + READING
              + "\\(");

  private static final Pattern CANNOT_SHOW = Pattern.compile("\"cannot show");

  /**
   * Sentences of others (Jackson, picocli, AWS, the system), who say what happened in no other way.
   */
  private static final List<String> OF_OTHERS =
      List.of(
          "AlarmEvent.java: replaceFirst(\"^\\\\.?\\\\s*(?:Received error: )?\"",
          "JsonProblem.java: startsWith(\"Unexpected end-of-input\"",
          "JsonProblem.java: contains(\"valid value\"",
          "JsonProblem.java: replace(\"double-quote to start field name\"",
          "JsonProblem.java: replaceAll(\"^a colon to separate.*\"",
          "JsonProblem.java: replaceAll(\"^comma to separate Object entries.*\"",
          "JsonProblem.java: replaceAll(\"^comma to separate Array entries.*\"",
          "Json.java: replaceAll(\" \\\\(start marker at .*|, from `[^`]*`\"",
          "Roots.java: replaceAll(\" \\\\(start marker at .*|, from `[^`]*`\"",
          "NextStep.java: contains(\"Signature expired\"",
          "StandardOutput.java: contains(\"Broken pipe\"",
          "NextStep.java: contains(\"Signature not yet current\"",
          "QueryFailed.java: contains(\"cannot be resolved\"",
          "QueryFailed.java: contains(\"does not exist\"",
          "QueryFailed.java: contains(\"exhausted resources\"",
          "QueryFailed.java: contains(\"limit was exceeded\"",
          "UsageProblem.java: startsWith(\"expected only one match\"",
          "UsageProblem.java: startsWith(\"Missing required parameter for option\"",
          "UsageProblem.java: contains(\"specify one of these\"");

  @Test
  void noCodeReadsASentence() {
    assertThat(found(SEARCH)).isSubsetOf(OF_OTHERS);
    assertThat(found(LOOK)).isEmpty();
  }

  @Test
  void thatSomethingCannotBeShownIsWordedInOnePlace() {
    assertThat(found(CANNOT_SHOW)).containsExactly("Fault.java: \"cannot show");
  }

  private static List<String> found(Pattern pattern) {
    Map<String, String> sources = sources();
    assertThat(sources).hasSizeGreaterThan(300);
    return sources.entrySet().stream()
        .flatMap(
            source ->
                pattern
                    .matcher(source.getValue())
                    .results()
                    .map(match -> Path.of(source.getKey()).getFileName() + ": " + match.group()))
        .toList();
  }

  /** The main sources of all modules by path. */
  private static Map<String, String> sources() {
    try (Stream<Path> modules = Files.list(SHARED)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(SentencesTest::below)
          .collect(
              Collectors.toMap(Path::toString, SentencesTest::read, (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> below(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
