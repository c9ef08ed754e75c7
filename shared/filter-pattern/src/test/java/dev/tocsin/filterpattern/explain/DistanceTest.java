package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter that was meant for an event is the one with the fewest clauses to change. */
class DistanceTest {
  private static final JsonNode EVENT =
      JsonNodeFactory.instance
          .objectNode()
          .put("eventName", "DeleteTrail")
          .put("eventSource", "cloudtrail.amazonaws.com")
          .put("awsRegion", "us-east-1");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.eventName = Other } ; { $.eventName = DeleteTrail && $.awsRegion = x } ; 1
          { $.eventName = DeleteTrail && $.awsRegion = x } ; { $.eventName = DeleteTrail && $.awsRegion = x && $.a = 1 } ; 0
          { $.eventName = DeleteTrail && $.awsRegion = x && $.a = 1 } ; { $.eventName = DeleteTrail && $.awsRegion = x } ; 1
          { $.awsRegion = x } ; { $.eventName = DeleteTrail && $.a = 1 } ; 0
          { ($.awsRegion = x && $.a = 1) || $.a = 2 } ; { $.awsRegion = x && $.a = 1 } ; 0
          "quoted text" ; { $.eventName = Other && $.a = 1 && $.b = 1 } ; 1
          """)
  void nearestIsTheOneWithTheFewestClausesToChange(String one, String other, int nearest) {
    assertThat(Distance.nearest(patterns(one, other), EVENT)).isEqualTo(nearest);
  }

  @Test
  void noneIsNearestWhereThereIsNone() {
    assertThat(Distance.nearest(List.of(), EVENT)).isEqualTo(-1);
  }

  @Test
  void onlyAFilterOfClausesCanNameAnotherEvent() {
    assertThat(Distance.namesAnother(FilterPattern.of("{ $.eventName = Other }"), EVENT)).isTrue();
    assertThat(Distance.namesAnother(FilterPattern.of("{ $.awsRegion = x }"), EVENT)).isFalse();
    assertThat(Distance.namesAnother(FilterPattern.of("\"quoted text\""), EVENT)).isFalse();
  }

  private static List<FilterPattern> patterns(String... texts) {
    return Stream.of(texts).map(FilterPattern::of).toList();
  }
}
