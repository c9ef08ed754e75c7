package dev.tocsin.cli;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.documents.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the documents to what they show: a {@code console} block is run and compared, a {@code sh}
 * block of the README holds what {@code .ci/run} runs or what needs AWS, and links lead somewhere.
 * {@code -Dtocsin.refresh=true} writes what the commands print.
 *
 * <p>Commands of one document are run in its order. A file that they name without a folder is in a
 * folder of that document, so that a command can read what an earlier one wrote.
 */
class DocumentsTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(console|sh)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ ((?:.*\\\\\\n)*.*)\\n((?:(?!\\$ ).*\\n)*)", Pattern.MULTILINE);
  private static final Pattern FOLD = Pattern.compile("\\\\\\n *");
  private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(?:html|json|jsonl|xml|sarif)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  @TempDir private static Path folder;

  /** A command as it stands in the document and the output it is shown with; both may be folded. */
  record Shown(Path document, String text, String output) {
    String command() {
      return FOLD.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
      return ROOT.relativize(document) + ": " + command();
    }
  }

  static List<Shown> shownCommands() throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (Path document : Pages.all()) {
      for (String block : blocks(document, "console")) {
        Matcher command = COMMAND.matcher(block);
        while (command.find()) {
          shown.add(new Shown(document, command.group(1), command.group(2)));
        }
      }
    }
    return shown;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shownCommands")
  void everyShownOutputIsWhatTheCommandPrints(Shown shown) throws IOException {
    List<String> words = words(shown);
    assertThat(words.get(0)).isEqualTo("tocsin");
    Run run = Run.onTerminal(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    if (Boolean.getBoolean("tocsin.refresh") && !sameText(run.out(), shown.output())) {
      refresh(shown, run.out());
    } else {
      assertThat(run.out())
          .as("to write what is printed: -Dtest=DocumentsTest -Dtocsin.refresh=true")
          .isEqualToNormalizingWhitespace(shown.output());
    }
  }

  @Test
  void whatIsShownFitsAPage() throws IOException {
    for (String block : blocks(ROOT.resolve("README.md"), "console")) {
      assertThat(block.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
  }

  @Test
  void contributorsInstallWhatCiInstalls() throws IOException {
    String page = Files.readString(ROOT.resolve(".github/CONTRIBUTING.md"));
    assertThat(page)
        .contains("'moto[server]==%s' 'cfn-lint==%s'".formatted(pin("moto"), pin("cfn_lint")));
  }

  @Test
  void everyShellCommandIsRunByCiOrNeedsAws() throws IOException {
    String ci = Files.readString(ROOT.resolve(".ci/run"));
    for (String block : blocks(ROOT.resolve("README.md"), "sh")) {
      for (String command : block.lines().toList()) {
        boolean readFromReadme = command.contains("tocsin.jar evaluate");
        assertThat(command.startsWith("aws ") || readFromReadme || ci.contains(command))
            .as("`%s` is run by .ci/run", command)
            .isTrue();
      }
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path document : Pages.all()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!link.group(1).contains(":")) {
          Path target = document.resolveSibling(link.group(1));
          assertThat(Files.exists(target)).as("%s links to %s", document, target).isTrue();
        }
      }
    }
  }

  private static String pin(String name) throws IOException {
    Matcher pin =
        Pattern.compile("^" + name + "=(.*)$", Pattern.MULTILINE)
            .matcher(Files.readString(ROOT.resolve(".ci/run")));
    assertThat(pin.find()).as("`.ci/run` pins `%s`", name).isTrue();
    return pin.group(1);
  }

  private static List<String> blocks(Path document, String kind) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(document));
    while (block.find()) {
      if (block.group(1).equals(kind)) {
        blocks.add(block.group(2));
      }
    }
    return blocks;
  }

  private static boolean sameText(String one, String other) {
    return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
  }

  private static void refresh(Shown shown, String printed) throws IOException {
    String page = Files.readString(shown.document());
    String command = "$ " + shown.text() + "\n";
    assertThat(page).as("`%s` stands there once", shown.command()).containsOnlyOnce(command);
    Files.writeString(shown.document(), page.replace(command + shown.output(), command + printed));
  }

  /** The words of a command line; paths of the repository and names of files become absolute. */
  private static List<String> words(Shown shown) throws IOException {
    Path own = folder.resolve(ROOT.relativize(shown.document()).toString().replace('/', '_'));
    Files.createDirectories(own);
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(shown.command());
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      if (text.startsWith("shared/")) {
        words.add(ROOT.resolve(text).toString());
      } else if (FILE.matcher(text).matches()) {
        words.add(own.resolve(text).toString());
      } else {
        words.add(text);
      }
    }
    return words;
  }
}
