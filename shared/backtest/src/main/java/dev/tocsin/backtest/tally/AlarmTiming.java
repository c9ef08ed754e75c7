package dev.tocsin.backtest.tally;

/**
 * When an alarm rings: when, of its last {@code periods} periods, at least {@code datapoints} hold
 * {@code events} matching events or more.
 *
 * @param period seconds, the periods beginning at multiples of it since 1970
 * @param events at least 1
 * @param datapoints at least 1, at most {@code periods}
 * @param periods at least 1
 */
public record AlarmTiming(int period, long events, int datapoints, int periods) {

  /** What the benchmarks print: one event within five minutes. */
  public static final AlarmTiming DEFAULT = new AlarmTiming(300, 1, 1, 1);
}
