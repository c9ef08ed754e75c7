package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class CoverageDeciderTest {

  /** Columns: outcome, required, deployed; several deployed patterns are divided by {@code ;;}. */
  @ParameterizedTest(name = "{0}: {1} by {2}")
  @CsvFileSource(resources = "coverage.csv", delimiter = '\t', quoteCharacter = '\0')
  void decidesCoverage(String outcome, String required, String deployed) {
    List<FilterPattern> filters =
        Arrays.stream(deployed.split(";;")).map(String::strip).map(FilterPattern::of).toList();
    Coverage coverage =
        new CoverageDecider()
            .decide(Requirement.of("test", FilterPattern.of(required.strip())), filters);
    assertThat(coverage.getClass().getSimpleName()).as("%s", coverage).isEqualTo(outcome);
  }
}
