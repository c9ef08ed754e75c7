package dev.tocsin.filterpattern.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of Unicode code points.
 *
 * @param ranges sorted, disjoint and not adjacent, so that equal sets are equal records
 */
public record CodePoints(List<Range> ranges) {

  /** All code points from {@code first} to {@code last}, both included. */
  public record Range(int first, int last) {}

  /** Takes ranges in any order, overlapping or not. */
  public CodePoints {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::first));
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range previous = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (previous != null && range.first() <= previous.last() + 1) {
        int last = Math.max(previous.last(), range.last());
        merged.set(merged.size() - 1, new Range(previous.first(), last));
      } else {
        merged.add(range);
      }
    }
    ranges = List.copyOf(merged);
  }

  /** The set of one code point. */
  public static CodePoints of(int codePoint) {
    return new CodePoints(List.of(new Range(codePoint, codePoint)));
  }

  /** Whether the code point is in the set. */
  public boolean contains(int codePoint) {
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      if (range.first() <= codePoint && codePoint <= range.last()) {
        return true;
      }
    }
    return false;
  }

  /** The code points of either set. */
  public CodePoints union(CodePoints other) {
    List<Range> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return new CodePoints(both);
  }

  /** The code points that are not in this set. */
  public CodePoints complement() {
    List<Range> gaps = new ArrayList<>();
    int next = 0;
    for (Range range : ranges) {
      if (next < range.first()) {
        gaps.add(new Range(next, range.first() - 1));
      }
      next = range.last() + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      gaps.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return new CodePoints(gaps);
  }
}
