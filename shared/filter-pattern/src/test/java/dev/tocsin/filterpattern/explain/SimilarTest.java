package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

  @ParameterizedTest
  @CsvSource({
    "StopLogging, Stoplogging, true",
    "StopLogging, *StopLogging*, true",
    "StopLogging, StopLoging, true",
    "StopLogging, StopLoggings, true",
    "StopLogging, StopLoggnig, true",
    "StopLogging, StopLoggxng, true",
    "StopLogging, StopLoxxing, false",
    "StopLogging, StartLogging, false",
    "DeleteTrail, DelTrail, true",
    "DeleteTrail, DeTrail, false",
    "DeleteTrail, DeleteTrailNow, false",
    "Delete, Del, false",
    "Get, Set, false",
    "Root, Rood, true",
  })
  void tellsASlipFromAnotherWord(String one, String other, boolean similar) {
    assertThat(Similar.are(one, other)).isEqualTo(similar);
    assertThat(Similar.are(other, one)).isEqualTo(similar);
  }
}
