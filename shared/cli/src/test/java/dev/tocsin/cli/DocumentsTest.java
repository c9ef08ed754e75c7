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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the documents to what they show: a {@code console} block is run and compared, a {@code sh}
 * block of the README holds what {@code .ci/run} runs or what needs AWS, and links lead somewhere.
 */
class DocumentsTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(console|sh)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  /** A command and the output it is shown with, whose long lines may be folded. */
  record Shown(Path document, String command, String output) {
    @Override
    public String toString() {
      return ROOT.relativize(document) + ": " + command;
    }
  }

  static List<Shown> shownCommands() throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (Path document : Pages.all()) {
      for (String block : blocks(document, "console")) {
        Matcher command = COMMAND.matcher(block.replaceAll("\\\\\\n *", ""));
        while (command.find()) {
          shown.add(new Shown(document, command.group(1), command.group(2)));
        }
      }
    }
    return shown;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shownCommands")
  void everyShownOutputIsWhatTheCommandPrints(Shown shown) {
    List<String> words = words(shown.command());
    assertThat(words.get(0)).isEqualTo("tocsin");
    Run run = Run.onTerminal(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualToNormalizingWhitespace(shown.output());
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

  /** The words of a command line; paths of the repository become absolute. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.startsWith("shared/") ? ROOT.resolve(text).toString() : text);
    }
    return words;
  }
}
