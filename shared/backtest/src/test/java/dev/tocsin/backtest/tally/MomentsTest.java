package dev.tocsin.backtest.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentsTest {

  /** Seconds at which events happen; rings and minutes in ALARM, counted out by hand. */
  @ParameterizedTest
  @CsvSource({
    "0 10 299,              300, 1, 1, 1,   1, 5",
    "0 300,                 300, 1, 1, 1,   1, 10",
    "0 600,                 300, 1, 1, 1,   2, 10",
    "0 600,                 300, 1, 1, 2,   1, 20",
    "0,                     300, 2, 1, 1,   0, 0",
    "0 299 300 301,         300, 2, 1, 1,   1, 10",
    "0 300 900,             300, 1, 2, 3,   1, 15",
    "0 300 600 1500 1800,   300, 1, 2, 2,   2, 15",
    "0 60 120,               60, 1, 3, 3,   1, 1",
    "86399 86400,            60, 1, 1, 1,   1, 2",
  })
  void ringsOnAChangeOfState(
      String seconds, int period, long events, int datapoints, int periods, long rings, long min) {
    Moments moments = new Moments(new AlarmTiming(period, events, datapoints, periods));
    for (String second : seconds.split(" ", -1)) {
      moments.add(Long.parseLong(second));
    }
    Moments.State state = moments.state();
    assertThat(state.rings()).isEqualTo(rings);
    assertThat(state.seconds()).isEqualTo(min * 60);
    assertThat(state.ringsByDay().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(rings);
  }

  @Test
  void isWhatAnAlarmDoesMinuteByMinute() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      int periods = 1 + random.nextInt(4);
      AlarmTiming timing =
          new AlarmTiming(60, 1 + random.nextInt(3), 1 + random.nextInt(periods), periods);
      Moments one = new Moments(timing);
      Moments other = new Moments(timing);
      Map<Long, Integer> counts = new HashMap<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        long second = random.nextInt(1_800);
        (random.nextBoolean() ? one : other).add(second);
        counts.merge(second / 60, 1, Integer::sum);
      }
      one.addAll(other);
      List<Boolean> states = new ArrayList<>(List.of(false));
      for (long minute = 0; minute < 40; minute++) {
        int breaching = 0;
        for (long back = minute; back > minute - periods; back--) {
          breaching += counts.getOrDefault(back, 0) >= timing.events() ? 1 : 0;
        }
        states.add(breaching >= timing.datapoints());
      }
      long rings = 0;
      for (int i = 1; i < states.size(); i++) {
        rings += states.get(i) && !states.get(i - 1) ? 1 : 0;
      }
      assertThat(one.state().rings()).isEqualTo(rings);
      assertThat(one.state().seconds())
          .isEqualTo(60 * states.stream().filter(Boolean::booleanValue).count());
    }
  }
}
