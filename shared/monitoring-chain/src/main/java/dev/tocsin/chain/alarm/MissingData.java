package dev.tocsin.chain.alarm;

import java.util.List;
import java.util.Optional;

/**
 * How an alarm treats missing data points, and what state its data points make.
 *
 * <p>Source: the two tables of "Configuring how CloudWatch alarms treat missing data" in the
 * CloudWatch user guide; its test holds them row by row.
 */
enum MissingData {
  MISSING,
  IGNORE,
  BREACHING,
  NOT_BREACHING;

  /** A data point of the evaluation range. */
  enum Point {
    OK,
    BREACHING,
    MISSING
  }

  /** What an evaluation makes of the alarm's state. */
  enum State {
    OK,
    ALARM,
    INSUFFICIENT_DATA,
    RETAIN
  }

  /** The treatment as the API spells it; empty iff there is none of that name. */
  static Optional<MissingData> named(String name) {
    return switch (name) {
      case "missing" -> Optional.of(MISSING);
      case "ignore" -> Optional.of(IGNORE);
      case "breaching" -> Optional.of(BREACHING);
      case "notBreaching" -> Optional.of(NOT_BREACHING);
      default -> Optional.empty();
    };
  }

  /**
   * The outcome of one evaluation.
   *
   * @param range the data points of the evaluation range, oldest first, at least {@code periods}
   * @param periods the alarm's evaluation periods
   * @param needed its datapoints to alarm
   */
  State evaluate(List<Point> range, int periods, int needed) {
    List<Point> present = range.stream().filter(point -> point != Point.MISSING).toList();
    List<Point> recent = present.subList(Math.max(0, present.size() - periods), present.size());
    long breaching = recent.stream().filter(point -> point == Point.BREACHING).count();
    int filled = periods - recent.size();
    if (breaching >= needed) {
      return State.ALARM;
    }
    if (this == BREACHING) {
      return breaching + filled >= needed ? State.ALARM : State.OK;
    }
    boolean anyOk = breaching < recent.size();
    if (this == NOT_BREACHING || anyOk) {
      return State.OK;
    }
    if (this == IGNORE) {
      return State.RETAIN;
    }
    if (recent.isEmpty()) {
      return State.INSUFFICIENT_DATA;
    }
    // All that is known breaches: ALARM, though not before the oldest of it is `needed` periods
    // old.
    int age = range.size() - range.indexOf(Point.BREACHING);
    return age >= needed ? State.ALARM : State.RETAIN;
  }
}
