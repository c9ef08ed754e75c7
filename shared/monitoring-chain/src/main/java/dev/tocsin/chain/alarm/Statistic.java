package dev.tocsin.chain.alarm;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a statistic makes of the samples of one period, when the number of samples beside the event
 * is unknown.
 *
 * <p>Source: CloudWatch statistics definitions. Trimmed means and their like are not decided: how
 * they treat a handful of samples is not documented.
 */
enum Statistic {
  SUM {
    @Override
    Values with(double signal, int events, Collection<Double> beside) {
      double own = signal * events;
      return Values.between(
          beside.stream().anyMatch(value -> value < 0) ? Double.NEGATIVE_INFINITY : own,
          beside.stream().anyMatch(value -> value > 0) ? Double.POSITIVE_INFINITY : own);
    }

    @Override
    Values of(Collection<Double> background) {
      double least = Collections.min(background);
      double most = Collections.max(background);
      return Values.between(
          least < 0 ? Double.NEGATIVE_INFINITY : least, most > 0 ? Double.POSITIVE_INFINITY : most);
    }
  },
  SAMPLE_COUNT {
    @Override
    Values with(double signal, int events, Collection<Double> beside) {
      return Values.between(events, beside.isEmpty() ? events : Double.POSITIVE_INFINITY);
    }

    @Override
    Values of(Collection<Double> background) {
      return Values.between(1, Double.POSITIVE_INFINITY);
    }
  },
  MINIMUM {
    @Override
    Values with(double signal, int events, Collection<Double> beside) {
      return Values.between(between(signal, beside).low(), signal);
    }

    @Override
    Values of(Collection<Double> background) {
      return between(background.iterator().next(), background);
    }
  },
  MAXIMUM {
    @Override
    Values with(double signal, int events, Collection<Double> beside) {
      return Values.between(signal, between(signal, beside).high());
    }

    @Override
    Values of(Collection<Double> background) {
      return between(background.iterator().next(), background);
    }
  },
  /** An average or a percentile: somewhere between the least and the greatest sample. */
  BETWEEN {
    @Override
    Values with(double signal, int events, Collection<Double> beside) {
      return between(signal, beside);
    }

    @Override
    Values of(Collection<Double> background) {
      return between(background.iterator().next(), background);
    }
  };

  private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d+)?|p100");

  /** The statistic of that name, as alarms spell it; empty iff it is not decided. */
  static Optional<Statistic> named(String name) {
    return switch (name) {
      case "Sum" -> Optional.of(SUM);
      case "SampleCount" -> Optional.of(SAMPLE_COUNT);
      case "Minimum" -> Optional.of(MINIMUM);
      case "Maximum" -> Optional.of(MAXIMUM);
      case "Average" -> Optional.of(BETWEEN);
      default -> PERCENTILE.matcher(name).matches() ? Optional.of(BETWEEN) : Optional.empty();
    };
  }

  /**
   * The values in the period of the event.
   *
   * @param events how many matching events are counted on
   * @param beside values of samples that may stand beside, any number of each
   */
  abstract Values with(double signal, int events, Collection<Double> beside);

  /** The values in a period of at least one sample of the background, which is not empty. */
  abstract Values of(Collection<Double> background);

  private static Values between(double value, Collection<Double> others) {
    Values all = Values.of(value);
    for (double other : others) {
      all = all.hull(Values.of(other));
    }
    return all;
  }
}
