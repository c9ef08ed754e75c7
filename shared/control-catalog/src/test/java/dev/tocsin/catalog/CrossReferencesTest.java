package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A README that sends its reader to another control is right: the control is named, and where calls
 * are named in the same sentence, that control asks for them.
 */
class CrossReferencesTest {

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.;:])\\s+|\\s- ");
  private static final Pattern QUOTED = Pattern.compile("`([A-Za-z0-9-]+)`");
  private static final Pattern CALL = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Pattern ASKED = Pattern.compile("\"([A-Za-z0-9]+)(\\*?)\"");
  private static final Pattern NOBODY = Pattern.compile("(?<!every )\\b(an)?other controls?\\b");
  private static final Map<String, Control> CONTROLS =
      RuleFolder.all()
          .map(RuleFolder::control)
          .collect(Collectors.toMap(Control::id, Function.identity()));

  static Stream<RuleFolder> folders() {
    return RuleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void controlsThatAReadmeNamesAskForTheCallsBesideThem(RuleFolder folder) throws IOException {
    String own = folder.control().id();
    String text = Files.readString(RuleFolder.rules().resolve(own).resolve("README.md"));
    List<String> wrong = new ArrayList<>();
    for (String sentence : SENTENCES.split(text.replace('\n', ' '), -1)) {
      List<String> quoted =
          QUOTED.matcher(sentence).results().map((MatchResult name) -> name.group(1)).toList();
      List<String> others =
          quoted.stream().filter(id -> CONTROLS.containsKey(id) && !id.equals(own)).toList();
      if (others.isEmpty() && NOBODY.matcher(sentence).find()) {
        wrong.add("`" + sentence.strip() + "` does not say which control");
      }
      for (String other : others) {
        quoted.stream()
            .filter(name -> Character.isUpperCase(name.charAt(0)) && !asksFor(other, name))
            .forEach(name -> wrong.add("`" + other + "` does not ask for `" + name + "`"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A limit that another control has closed since would tell readers that nobody is told. */
  @ParameterizedTest
  @MethodSource("folders")
  void limitsNameTheControlThatAsksForTheirCalls(RuleFolder folder) throws IOException {
    String own = folder.control().id();
    String text = Files.readString(RuleFolder.rules().resolve(own).resolve("README.md"));
    String limits = text.substring(Math.max(0, text.indexOf("Known limits")));
    Set<String> sources = sources(folder);
    List<String> wrong = new ArrayList<>();
    for (String limit : limits.split("\n- ", -1)) {
      for (MatchResult call : CALL.matcher(limit).results().toList()) {
        List<String> others =
            RuleFolder.all()
                .filter(other -> !asksFor(own, call.group(1)) && sources(other).equals(sources))
                .map(other -> other.control().id())
                .filter(other -> asksFor(other, call.group(1)))
                .toList();
        if (!others.isEmpty() && others.stream().noneMatch(limit::contains)) {
          wrong.add("`" + call.group(1) + "` is asked for by " + others);
        }
      }
    }
    assertThat(wrong).as("calls in the limits of `%s`", own).isEmpty();
  }

  private static Set<String> sources(RuleFolder folder) {
    return folder.raisesAlarm().stream()
        .map(example -> example.event().path("eventSource").asText())
        .collect(Collectors.toSet());
  }

  private static boolean asksFor(String control, String call) {
    return ASKED
        .matcher(CONTROLS.get(control).required().text())
        .results()
        .anyMatch(
            name ->
                name.group(2).isEmpty()
                    ? call.equals(name.group(1))
                    : call.startsWith(name.group(1)));
  }
}
