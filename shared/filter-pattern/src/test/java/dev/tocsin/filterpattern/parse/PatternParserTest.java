package dev.tocsin.filterpattern.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternParserTest {

  @ParameterizedTest
  @MethodSource("reads")
  void readsWhatAwsReads(String row) {
    String[] cells = row.split("\t", -1);

    Parsed parsed = FilterPattern.parse(unescape(cells[0]));

    assertThat(parsed).isInstanceOf(FilterPattern.class);
    assertThat(Dump.of(((FilterPattern) parsed).syntax())).isEqualTo(cells[1]);
    assertThat(((FilterPattern) parsed).text()).isEqualTo(unescape(cells[0]));
  }

  @ParameterizedTest
  @MethodSource("refuses")
  void refusesWithPlaceExpectationFindAndFix(String row) {
    String[] cells = row.split("\t", -1);
    String text = unescape(cells[0]);

    assertThat(FilterPattern.parse(text))
        .isEqualTo(
            new ParseProblem(text, Integer.parseInt(cells[1]), cells[2], cells[3], cells[4]));
  }

  @ParameterizedTest
  @MethodSource("misread")
  void tellsWhatAPatternIsReadAsInsteadOfWhatWasMeant(String row) {
    String[] cells = row.split("\t", -1);
    Optional<Misread> misread = Misread.of(FilterPattern.of(cells[0]));

    if (cells.length == 1) {
      assertThat(misread).isEmpty();
    } else {
      assertThat(misread.orElseThrow().reason()).isEqualTo(cells[1]);
      assertThat(misread.orElseThrow().fix()).isEqualTo(cells[2]);
    }
  }

  @Test
  void showsOnlyMendedTextsThatRead() {
    java.util.regex.Pattern shown = java.util.regex.Pattern.compile(".*: `([{].*)`");
    int mended = 0;
    for (String row : refuses()) {
      Matcher matcher = shown.matcher(row.split("\t", -1)[4]);
      if (matcher.matches()) {
        mended++;
        assertThat(FilterPattern.parse(matcher.group(1))).as(row).isInstanceOf(FilterPattern.class);
      }
    }
    assertThat(mended).isGreaterThan(40);
  }

  @Test
  void refusesMoreThan1024Characters() {
    String longest = "{ $.a = \"" + "x".repeat(1024 - 11) + "\"}";

    assertThat(longest).hasSize(1024);
    assertThat(FilterPattern.parse(longest)).isInstanceOf(FilterPattern.class);
    assertThat(FilterPattern.parse(longest + " "))
        .isEqualTo(new ParseProblem(longest + " ", 1024, Expected.LENGTH, "a blank", Fix.LENGTH));
  }

  @Test
  void survivesTheDeepestNestingThatFits() {
    String deepest = "{" + "(".repeat(508) + "$.a=1" + ")".repeat(508) + "}";

    assertThat(FilterPattern.parse(deepest)).isInstanceOf(FilterPattern.class);
    assertThat(FilterPattern.parse("{" + "(".repeat(1023))).isInstanceOf(ParseProblem.class);
    assertThat(FilterPattern.parse("(".repeat(1024))).isInstanceOf(ParseProblem.class);
  }

  @Test
  void answersEveryTextWithoutThrowing() {
    String[] pieces = {
      "{",
      "}",
      "(",
      ")",
      "$",
      ".",
      "a",
      "[",
      "]",
      "*",
      "0",
      "'",
      "\"",
      "\\",
      "%",
      "=",
      "!",
      "<",
      "&&",
      "||",
      " ",
      "\n",
      "NOT EXISTS",
      "IS NULL",
      "1e9",
      "-",
      "?",
      "+",
      ",",
      "...",
      "^",
      "|",
      "{2,3}",
      "é",
      "\uD83D\uDE00",
      "\uD83D",
      "\0",
      "\\x4",
      "[^",
      "$.a = ",
      "$.b[*] != ",
      "\"{",
      "${x}",
      "&quot;",
      " IN (a, b)",
      "filter eventName = x",
      "} || {",
      "{\"detail\":{\"a\":[\"b\"]}}",
      "\\\"",
    };
    Random random = new Random(20261121);
    int patterns = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "{" : "");
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Parsed parsed = FilterPattern.parse(text.toString());
      if (parsed instanceof ParseProblem problem) {
        assertThat(problem.offset()).as(problem.text()).isBetween(0, text.length());
        assertThat(problem.message()).doesNotContain("%s", "%d", "null,");
      } else {
        patterns++;
      }
    }
    assertThat(patterns).isGreaterThan(100);
  }

  @Test
  void namesThePatternThatIsKnownToParseButDoesNot() {
    assertThatThrownBy(() -> FilterPattern.of("{ $.a == 1 }"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "pattern `{ $.a == 1 }` at offset 6: expected `=`, `!=`, `<`, `<=`, `>`, `>=`, `IS` or"
                + " `NOT EXISTS`, found `==`. Fix: write `=`, in all: `{ $.a = 1 }`");
  }

  static List<String> reads() {
    return rows("/parse/reads.tsv");
  }

  static List<String> misread() {
    return rows("/parse/misread.tsv");
  }

  static List<String> refuses() {
    return rows("/parse/refuses.tsv");
  }

  private static List<String> rows(String resource) {
    try (InputStream in = PatternParserTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String cell) {
    return cell.replace("\\n", "\n").replace("\\t", "\t");
  }
}
