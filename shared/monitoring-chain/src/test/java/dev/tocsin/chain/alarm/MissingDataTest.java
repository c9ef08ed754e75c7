package dev.tocsin.chain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.alarm.MissingData.Point;
import dev.tocsin.chain.alarm.MissingData.State;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the CloudWatch user guide: 0 within the threshold, X breaching, - missing. */
class MissingDataTest {

  @ParameterizedTest(name = "3 of 3, {0}")
  @CsvSource({
    "0 - X - X, OK,                OK,     OK,    OK",
    "0 - - - -, OK,                OK,     OK,    OK",
    "- - - - -, INSUFFICIENT_DATA, RETAIN, ALARM, OK",
    "0 X X - X, ALARM,             ALARM,  ALARM, ALARM",
    "- - X - -, ALARM,             RETAIN, ALARM, OK",
  })
  void threeOfThreeDataPointsFollowTheDocumentedTable(
      String points, State missing, State ignore, State breaching, State notBreaching) {
    assertThat(outcomes(points, 3, 3)).containsExactly(missing, ignore, breaching, notBreaching);
  }

  @ParameterizedTest(name = "2 of 3, {0}")
  @CsvSource({
    "0 - X - X, ALARM, ALARM,  ALARM, ALARM",
    "0 0 X 0 X, ALARM, ALARM,  ALARM, ALARM",
    "0 - X - -, OK,    OK,     ALARM, OK",
    "- - - - 0, OK,    OK,     ALARM, OK",
    "- - - X -, ALARM, RETAIN, ALARM, OK",
  })
  void twoOfThreeDataPointsFollowTheDocumentedTable(
      String points, State missing, State ignore, State breaching, State notBreaching) {
    assertThat(outcomes(points, 3, 2)).containsExactly(missing, ignore, breaching, notBreaching);
  }

  @ParameterizedTest(name = "3 of 3, {0}")
  @CsvSource({"- - - - X", "- - - X -"})
  void aLoneBreachingPointWaitsUntilItIsOldEnough(String points) {
    assertThat(outcomes(points, 3, 3).get(0)).isEqualTo(State.RETAIN);
  }

  private static List<State> outcomes(String points, int periods, int needed) {
    List<Point> range =
        Arrays.stream(points.split(" "))
            .map(
                point ->
                    switch (point) {
                      case "0" -> Point.OK;
                      case "X" -> Point.BREACHING;
                      default -> Point.MISSING;
                    })
            .toList();
    return Arrays.stream(MissingData.values())
        .map(treatment -> treatment.evaluate(range, periods, needed))
        .toList();
  }
}
