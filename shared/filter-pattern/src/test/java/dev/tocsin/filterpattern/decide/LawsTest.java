package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class LawsTest {

  private final CoverageDecider decider = new CoverageDecider();

  private boolean covers(FilterPattern required, FilterPattern... deployed) {
    Coverage coverage = decider.decide(Requirement.of("test", required), List.of(deployed));
    return coverage instanceof Coverage.Covered || coverage instanceof Coverage.Vacuous;
  }

  private static FilterPattern pattern(long seed) {
    return FilterPattern.of(new RandomPatterns(seed).next());
  }

  @Property(tries = 100, seed = "1")
  void aPatternCoversItself(@ForAll long seed) {
    assertThat(covers(pattern(seed), pattern(seed))).as(pattern(seed).text()).isTrue();
  }

  @Property(tries = 100, seed = "2")
  void oneMorePatternUncoversNothing(
      @ForAll long required, @ForAll long deployed, @ForAll long other) {
    if (covers(pattern(required), pattern(deployed))) {
      assertThat(covers(pattern(required), pattern(other), pattern(deployed))).isTrue();
    }
  }

  @Property(tries = 100, seed = "3")
  void coverageIsTransitive(@ForAll long first, @ForAll long second, @ForAll long third) {
    FilterPattern narrow = both(pattern(first), pattern(second));
    if (covers(narrow, pattern(third)) && covers(both(narrow, pattern(third)), pattern(second))) {
      assertThat(covers(narrow, pattern(second))).as(narrow.text()).isTrue();
    }
  }

  /** A pattern that matches what both match; JSON patterns only, else the first. */
  private static FilterPattern both(FilterPattern a, FilterPattern b) {
    if (!a.text().startsWith("{") || !b.text().startsWith("{")) {
      return a;
    }
    String left = a.text().substring(1, a.text().length() - 1);
    String right = b.text().substring(1, b.text().length() - 1);
    return FilterPattern.parse("{ (" + left + ") && (" + right + ") }") instanceof FilterPattern p
        ? p
        : a;
  }
}
