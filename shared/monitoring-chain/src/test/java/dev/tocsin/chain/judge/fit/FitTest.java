package dev.tocsin.chain.judge.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is counted, not timed: a test's condition is fetched once for each question asked of it. */
class FitTest {

  /** Counts the questions. */
  private static final class Counted implements EventTest {
    private final FilterPattern pattern;
    private int asked;

    Counted(String pattern) {
      this.pattern = FilterPattern.of(pattern);
    }

    @Override
    public String text() {
      return pattern.text();
    }

    @Override
    public boolean matches(JsonNode event) {
      return pattern.matches(event);
    }

    @Override
    public boolean matches(JsonNode event, WildcardReading reading) {
      return pattern.matches(event, reading);
    }

    @Override
    public Condition condition() {
      asked++;
      return pattern.condition();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4,  '{ $.userAgent = %^[a-f]{2,9}x.*y% }',                       5",
    "40, '{ $.userAgent = %^[a-f]{2,9}x.*y% }',                      41",
    "40, '{ $.eventName = %Put[A-F][a-z]{2}% || $.errorCode = x }',  41",
    "40, '{ $.eventName = E1 && $.errorCode = %x.{9}y% }',            2",
    "40, '{ $.eventName = Zz }',                                      0",
  })
  void theSearchesThatWeighATestDoNotGrowWithTheNamesItDoesNotTellApart(
      int names, String pattern, int weight) {
    Counted test = new Counted(pattern);

    assertThat(fit(names).weight(test)).isEqualTo(weight);
    assertThat(test.asked).isLessThanOrEqualTo(5);
  }

  @Test
  void aTestIsPutToTheWholeOfAControlOnce() {
    Counted test = new Counted("{ $.userAgent = x }");
    Fit fit = fit(4);

    fit.of(test);
    fit.of(test);

    assertThat(test.asked).isEqualTo(1);
  }

  private static Fit fit(int names) {
    String required =
        IntStream.range(0, names)
            .mapToObj(i -> "$.eventName = \"E" + i + "\"")
            .collect(Collectors.joining(" || ", "{ $.eventSource = \"a.b\" && (", ") }"));
    return new Fit(
        new CoverageDecider(),
        Requirement.of("control", FilterPattern.of(required)),
        new Deployed());
  }
}
