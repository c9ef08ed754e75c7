package dev.tocsin.cli.documents;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds what architecture.md says of the modules to the poms. */
class ArchitecturePageTest {

  private static final Path PAGE = ROOT.resolve("shared/docs/architecture.md");
  private static final Pattern MODULE = Pattern.compile("<module>shared/([^<]*)</module>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern OURS = Pattern.compile("<artifactId>tocsin-([^<]*)</artifactId>");
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
  private static final Pattern NEVER =
      Pattern.compile("^\\| `([a-z-]+)` \\|.*\\|([^|]*)\\|$", Pattern.MULTILINE);
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?(.*;)$", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
  private static final Pattern CHAIN =
      Pattern.compile("^[a-z-]+(?:, [a-z-]+)*(?: → [a-z-]+(?:, [a-z-]+)*)+$", Pattern.MULTILINE);

  @Test
  void theTableHasEveryModule() throws IOException {
    assertThat(found(ROW, Files.readString(PAGE))).containsExactlyInAnyOrderElementsOf(modules());
  }

  @Test
  void theArrowsAreThoseOfThePoms() throws IOException {
    Set<String> inPoms = new TreeSet<>();
    for (String module : modules()) {
      String pom = Files.readString(ROOT.resolve("shared").resolve(module).resolve("pom.xml"));
      for (String dependency : found(DEPENDENCY, pom)) {
        if (!dependency.contains("<scope>test</scope>")) {
          found(OURS, dependency).forEach(other -> inPoms.add(module + " → " + other));
        }
      }
    }
    Set<String> onPage = new TreeSet<>();
    for (MatchResult chain : CHAIN.matcher(Files.readString(PAGE)).results().toList()) {
      String[] groups = chain.group().split(" → ", -1);
      for (int i = 1; i < groups.length; i++) {
        for (String from : groups[i - 1].split(", ", -1)) {
          for (String to : groups[i].split(", ", -1)) {
            onPage.add(from + " → " + to);
          }
        }
      }
    }
    assertThat(onPage).as("arrows in %s", ROOT.relativize(PAGE)).isEqualTo(inPoms);
  }

  @Test
  void noModuleImportsWhatThePageForbids() throws IOException {
    for (MatchResult row : NEVER.matcher(Files.readString(PAGE)).results().toList()) {
      List<String> forbidden = found(QUOTED, row.group(2));
      assertThat(forbidden).as("what `%s` never imports", row.group(1)).isNotEmpty();
      Path module = ROOT.resolve("shared").resolve(row.group(1));
      Path shipped = module.resolve("src/main/java");
      // A module of tests has nothing else.
      Path sources = Files.isDirectory(shipped) ? shipped : module.resolve("src/test/java");
      for (Path source : Pages.endingWith(".java", sources)) {
        assertThat(found(IMPORT, Files.readString(source)))
            .as("imports of %s", ROOT.relativize(source))
            .noneMatch(name -> forbidden.stream().anyMatch(name::startsWith));
      }
    }
  }

  private static List<String> modules() throws IOException {
    return found(MODULE, Files.readString(ROOT.resolve("pom.xml")));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
