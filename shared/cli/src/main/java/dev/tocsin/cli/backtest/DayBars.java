package dev.tocsin.cli.backtest;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;

/**
 * A histogram of one subject by day: events, in them those of which nobody would have been told,
 * and rings before them. Heights are relative to the subject's own busiest day.
 */
final class DayBars {
  private static final int HEIGHT = 40;

  private final long first;
  private final long days;

  /** For days since 1970, the last included. */
  DayBars(long first, long last) {
    this.first = first;
    this.days = last - first + 1;
  }

  /** An SVG with a title for each day that has any. */
  String of(Map<Long, Long> events, Map<Long, Long> rings, Map<Long, Long> lost) {
    TreeSet<Long> shown = new TreeSet<>(events.keySet());
    shown.addAll(rings.keySet());
    long most =
        shown.stream()
            .mapToLong(day -> Math.max(of(events, day), of(rings, day)))
            .reduce(1, Math::max);
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"by day\">"
                .formatted(days * 10, HEIGHT));
    for (long day : shown) {
      svg.append(
          "<g><title>%s: %d events, %d rings, %d untold</title>"
              .formatted(
                  LocalDate.ofEpochDay(day), of(events, day), of(rings, day), of(lost, day)));
      svg.append(bar("events", day, 1, 8, of(events, day), most));
      svg.append(bar("lost", day, 1, 8, of(lost, day), most));
      svg.append(bar("rings", day, 3, 4, of(rings, day), most)).append("</g>");
    }
    return svg.append(
            "<path class=\"axis\" d=\"M0 %1$d H%2$d\"/></svg>".formatted(HEIGHT, days * 10))
        .toString();
  }

  private String bar(String kind, long day, int inset, int width, long count, long most) {
    if (count == 0) {
      return "";
    }
    // A day that has any is seen, however busy another was.
    long height = Math.max(2, count * (HEIGHT - 2) / most);
    return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
        .formatted(kind, (day - first) * 10 + inset, HEIGHT - height, width, height);
  }

  private static long of(Map<Long, Long> counts, long day) {
    return counts.getOrDefault(day, 0L);
  }
}
