package dev.tocsin.chain.alarm;

import java.util.Optional;

/** What the metrics of a Region receive. */
@FunctionalInterface
public interface Feed {

  /**
   * Empty iff nothing in the account that is known publishes it, so that it may hold anything.
   *
   * @param unit the unit of the data that is read; empty iff that of any unit is
   */
  Optional<Traffic> traffic(MetricId metric, Optional<String> unit);
}
