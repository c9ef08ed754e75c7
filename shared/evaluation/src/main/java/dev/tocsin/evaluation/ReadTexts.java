package dev.tocsin.evaluation;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The patterns of one snapshot, each read once for all controls that are compared with it. Safe to
 * share between threads.
 */
final class ReadTexts {
  private final Snapshot snapshot;
  private final Map<String, Parsed> read = new ConcurrentHashMap<>();

  ReadTexts(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @SuppressWarnings("ReferenceEquality") // An equal snapshot would do too, but costs a comparison.
  boolean areOf(Snapshot other) {
    return snapshot == other;
  }

  /** The text read as a filter pattern; the same object for the same text. */
  Parsed of(String text) {
    return read.computeIfAbsent(text, FilterPattern::parse);
  }
}
