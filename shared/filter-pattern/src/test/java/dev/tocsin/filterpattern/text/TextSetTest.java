package dev.tocsin.filterpattern.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Pattern;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.RegExp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextSetTest {

  private static final List<String> ALL_SHORT_TEXTS = allTexts(6);

  /** Every text over a, b and c up to a length. */
  private static List<String> allTexts(int longest) {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0; texts.get(from).length() < longest; from++) {
      for (char c = 'a'; c <= 'c'; c++) {
        texts.add(texts.get(from) + c);
      }
    }
    return texts;
  }

  private static List<String> randomPieces(Random random) {
    List<String> pieces = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      StringBuilder piece = new StringBuilder();
      for (int j = random.nextInt(4); j > 0; j--) {
        piece.append(random.nextInt(3) == 0 ? 'b' : 'a');
      }
      pieces.add(piece.toString());
    }
    return pieces;
  }

  @Test
  void aWildcardHoldsWhatItsReadingMatches() {
    Random random = new Random(1);
    for (int i = 0; i < 150; i++) {
      List<String> pieces = randomPieces(random);
      for (WildcardReading reading : WildcardReading.values()) {
        TextSet set = TextSet.wildcard(pieces, reading);
        for (String text : ALL_SHORT_TEXTS) {
          boolean expected = reading.matches(pieces, text);
          assertThat(set.contains(text))
              .as("%s %s `%s`", pieces, reading, text)
              .isEqualTo(expected);
          assertThat(set.complement().contains(text)).isEqualTo(!expected);
        }
      }
    }
  }

  @Test
  void intersectionsAreThoseOfAnotherImplementation() {
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      List<TextSet> sets = new ArrayList<>();
      Automaton expected = BasicAutomata.makeAnyString();
      for (int j = 0; j < 2 + i % 3; j++) {
        List<String> pieces = randomPieces(random);
        boolean except = random.nextInt(3) == 0;
        TextSet set = TextSet.wildcard(pieces, WildcardReading.GLOB);
        sets.add(except ? set.complement() : set);
        Automaton glob = glob(pieces);
        expected = expected.intersection(except ? glob.complement() : glob);
      }
      String shortest = expected.getShortestExample(true);
      Intersection.Answer answer = Intersection.shortest(sets, new StepBudget(1_000_000));
      if (shortest == null) {
        assertThat(answer).isInstanceOf(Intersection.Answer.Empty.class);
      } else {
        String member = ((Intersection.Answer.Member) answer).text();
        assertThat(expected.run(member)).as(member).isTrue();
        assertThat(member).hasSameSizeAs(shortest);
      }
    }
  }

  private static Automaton glob(List<String> pieces) {
    Automaton glob = BasicAutomata.makeString(pieces.get(0));
    for (String piece : pieces.subList(1, pieces.size())) {
      glob =
          glob.concatenate(BasicAutomata.makeAnyString())
              .concatenate(BasicAutomata.makeString(piece));
    }
    glob.determinize();
    return glob;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ab+c; .*ab+c.*",
        "^a|b$; (a.*|.*b)",
        "[ab]{2}; .*[ab]{2}.*",
        "^[^a]{1,3}$; [^a]{1,3}",
        "a.c; .*a.c.*",
        "^$; ()",
        "^a?b*c$; a?b*c",
        "a{2}b{0}c; .*aac.*",
        "c$; .*c",
        "^.{3}; .{3}.*"
      })
  void aRegularExpressionIsSearchedFor(String regex, String wholeText) {
    Pattern.StandaloneRegex pattern =
        (Pattern.StandaloneRegex) FilterPattern.of("%" + regex + "%").syntax();
    TextSet set = TextSet.finding(pattern.regex().syntax()).orElseThrow();
    Automaton expected = new RegExp(wholeText).toAutomaton();
    for (String text : ALL_SHORT_TEXTS) {
      assertThat(set.contains(text)).as(text).isEqualTo(expected.run(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ab]*a[ab]{12}c", "x{999}"})
  void aRegularExpressionThatNeedsTooManyStatesIsRefused(String regex) {
    Pattern.StandaloneRegex pattern =
        (Pattern.StandaloneRegex) FilterPattern.of("%" + regex + "%").syntax();
    assertThat(TextSet.finding(pattern.regex().syntax())).isEmpty();
  }

  @Test
  void aProductWithTooManyStatesIsUnknown() {
    List<TextSet> sets = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      sets.add(TextSet.containing(c + "1"));
      sets.add(TextSet.containing(c + "2"));
    }
    sets.add(TextSet.containing("3").complement());
    sets.add(TextSet.wildcard(List.of("", "3"), WildcardReading.GLOB));
    assertThat(Intersection.shortest(sets, new StepBudget(100_000_000)))
        .isInstanceOfAny(Intersection.Answer.Unknown.class, Intersection.Answer.Empty.class);
  }
}
