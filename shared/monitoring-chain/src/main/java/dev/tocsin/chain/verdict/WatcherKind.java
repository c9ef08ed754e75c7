package dev.tocsin.chain.verdict;

import java.util.Locale;
import java.util.Optional;

/**
 * What may watch a log group in place of metric filters and alarms, where the rule's parameter
 * {@code acceptedWatchers} names it.
 */
public enum WatcherKind {
  SUBSCRIPTION_FILTER;

  /** The name in {@code acceptedWatchers}: {@code subscription-filter}. */
  public String parameterValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name; empty iff there is none. */
  public static Optional<WatcherKind> of(String parameterValue) {
    for (WatcherKind kind : values()) {
      if (kind.parameterValue().equals(parameterValue)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
