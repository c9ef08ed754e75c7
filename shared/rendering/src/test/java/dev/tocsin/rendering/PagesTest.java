package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every control's page answers what a reader comes with, or says that there is no answer. */
class PagesTest {

  private static final Path PAGES =
      Path.of(System.getProperty("tocsin.root"), "shared/docs/controls");

  /** The parts of a page in their order, and what each shows. */
  private static final String[][] PARTS = {
    {"What goes unseen without it", "[A-Z].+"},
    {"Required", "```\n\\{ .+ \\}\n```"},
    {"EventBridge form", "in state `ENABLED\\w*`[\\s\\S]+```json\n\\{"},
    {"Published", "(covers|\\*\\*)[\\s\\S]*```\n\\{|Nobody prints a text"},
    {"What makes it ring in a normal account", "It rings \\*\\*.+\\*\\*:\n- [\\s\\S]+usual events"},
    {"Asked for by", "- \\[.+\\]\\(https://.+\\): .+|No framework names it"},
    {"Facts", "counterexample"},
    {"Like calls that are silent on purpose", "\\| `\\w+`.+\\| .+ \\||None: "},
    {"A record that raises the alarm", "```json\n\\{[\\s\\S]+(eventName|detail-type)"},
    {"A record that stays silent", "```json\n\\{[\\s\\S]+(eventName|detail-type)"},
  };

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsEveryPartWithItsContent(Path page) {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String part : text(page).split("(?m)^## ", -1)) {
      names.add(part.lines().findFirst().orElse(""));
      texts.add(part);
    }
    int at = 0;
    for (String[] part : PARTS) {
      int found = names.indexOf(part[0]);
      assertThat(found).as("`%s` stands in its place", part[0]).isGreaterThan(at);
      Matcher content =
          Pattern.compile(part[1]).matcher(texts.get(found).substring(part[0].length()));
      assertThat(content.find()).as("`%s` says something: %s", part[0], texts.get(found)).isTrue();
      at = found;
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
