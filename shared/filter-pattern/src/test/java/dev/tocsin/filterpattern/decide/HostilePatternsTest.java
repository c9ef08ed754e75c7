package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fits into 1,024 characters and makes a naive decision explode. */
@Timeout(20)
final class HostilePatternsTest {

  private static Coverage decide(String required, String... deployed) {
    List<FilterPattern> filters = List.of(deployed).stream().map(FilterPattern::of).toList();
    return new CoverageDecider()
        .decide(Requirement.of("test", FilterPattern.of(required)), filters);
  }

  /** A line of {@code hostile.jsonl}: patterns that once cost memory or seconds. */
  record Case(String id, String required, List<String> deployed, String outcome) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = HostilePatternsTest.class.getResourceAsStream("hostile.jsonl")) {
      new ObjectMapper().readerFor(Case.class).<Case>readValues(in).forEachRemaining(cases::add);
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatANumberInAPatternAsksForIsBounded(Case hostile) {
    Coverage coverage = decide(hostile.required(), hostile.deployed().toArray(String[]::new));
    assertThat(coverage.getClass().getSimpleName()).isEqualTo(hostile.outcome());
    if (coverage instanceof Coverage.Undecided undecided) {
      assertThat(undecided.reason()).hasSizeLessThan(500);
    }
    if (coverage instanceof Coverage.Missed missed) {
      assertThat(missed.event().toString()).hasSizeLessThan(20_000);
    }
  }

  private static String joined(int count, String operator, IntFunction<String> condition) {
    return IntStream.range(0, count)
        .mapToObj(condition)
        .collect(Collectors.joining(operator, "{ ", " }"));
  }

  private static char letter(int i) {
    return (char) (i < 26 ? 'a' + i : 'A' + i - 26);
  }

  private static String contains(int i) {
    return "$.a = \"*" + letter(i) + "*\"";
  }

  @Test
  void fortyContainedWordsAreMissedAndCoverThemselves() {
    String all = joined(40, " && ", HostilePatternsTest::contains);
    String reversed = joined(40, " && ", i -> contains(39 - i));
    assertThat(decide(all, reversed)).isInstanceOf(Coverage.Covered.class);
    assertThat(decide("{ $.a = * }", joined(40, " || ", HostilePatternsTest::contains)))
        .isInstanceOf(Coverage.Missed.class);
  }

  @Test
  void twentySuffixesCoverThemselvesUnderBothReadings() {
    String some = joined(20, " || ", i -> "$.a = \"*" + letter(i) + "Policy\"");
    String reversed = joined(20, " || ", i -> "$.a = \"*" + letter(19 - i) + "Policy\"");
    assertThat(decide(some, reversed)).isInstanceOf(Coverage.Covered.class);
    assertThat(decide("{ $.a = * }", some)).isInstanceOf(Coverage.Missed.class);
  }

  @Test
  void normalFormsOfTwentyClausesCoverThemselves() {
    String conjunctive = joined(20, " && ", i -> "($.x" + i + " = 1 || $.y" + i + " = 2)");
    String disjunctive = joined(20, " || ", i -> "($.x" + i + " = 1 && $.y" + i + " = 2)");
    assertThat(decide(conjunctive, conjunctive)).isInstanceOf(Coverage.Covered.class);
    assertThat(decide(disjunctive, disjunctive)).isInstanceOf(Coverage.Covered.class);
    assertThat(decide(conjunctive, disjunctive)).isInstanceOf(Coverage.Missed.class);
  }

  @Test
  void eightPigeonsInSevenHolesEndInTheBudget() {
    String required =
        joined(8, " && ", i -> "(" + holes(i).replace("{ ", "").replace(" }", "") + ")");
    String[] deployed =
        IntStream.range(0, 64)
            .filter(pair -> pair / 8 < pair % 8)
            .mapToObj(pair -> joined(7, " || ", hole -> both(pair / 8, pair % 8, hole)))
            .toArray(String[]::new);
    assertThat(decide(required, deployed))
        .isEqualTo(new Coverage.Undecided("too complex: more than 2000000 steps are needed"));
  }

  private static String holes(int pigeon) {
    return joined(7, " || ", hole -> "$.p" + pigeon + " = " + hole);
  }

  private static String both(int one, int other, int hole) {
    return "$.p" + one + " = " + hole + " && $.p" + other + " = " + hole;
  }

  @Test
  void aRegularExpressionThatExplodesIsNamed() {
    Coverage coverage = decide("{ $.a = * }", "{ $.a = %[ab]*a[ab]{15}b% }", "{ $.a = 1 }");
    assertThat(coverage).isInstanceOf(Coverage.Missed.class);
    assertThat(decide("{ $.a = x }", "{ $.a = %a[ab]{200}b% }"))
        .isInstanceOf(Coverage.Missed.class);
    assertThat(decide("{ $.a = \"a*\" }", "{ $.a = %.*a.{15}b|^a% }"))
        .isEqualTo(
            new Coverage.Undecided(
                "cannot be decided: the large regular expression `$.a = %.*a.{15}b|^a%`"));
  }
}
