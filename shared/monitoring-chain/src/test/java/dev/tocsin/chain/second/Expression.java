package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The entry that an alarm watches: a metric, or {@code SUM} or {@code MAX} of all metrics. */
final class Expression {
  private static final Pattern OVER_ALL =
      Pattern.compile("(SUM|MAX)\\((METRICS\\(\\)|\\[\\s*\\w+(?:\\s*,\\s*\\w+)*\\s*\\])\\)");

  private final List<Metric> metrics;
  private final int period;
  private final boolean understood;
  private int only = -1;
  private boolean sum;

  Expression(Collection<JsonNode> entries, List<Metric> metrics, int period) {
    this.metrics = metrics;
    this.period = period;
    this.understood = entries.isEmpty() ? metrics.size() == 1 : read(entries);
    if (entries.isEmpty()) {
      only = 0;
    }
  }

  private boolean read(Collection<JsonNode> entries) {
    JsonNode returned = null;
    for (JsonNode entry : entries) {
      if (entry.hasNonNull("Period") && entry.path("Period").asInt() != period) {
        return false;
      }
      if (entry.path("ReturnData").asBoolean(true)) {
        if (returned != null) {
          return false;
        }
        returned = entry;
      }
    }
    if (returned == null) {
      return false;
    }
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).id().equals(returned.path("Id").asText())) {
        only = i;
        return true;
      }
    }
    Matcher matcher = OVER_ALL.matcher(returned.path("Expression").asText().strip());
    sum = matcher.matches() && matcher.group(1).equals("SUM");
    return matcher.matches() && (matcher.group(2).startsWith("METRICS") || namesAll(matcher));
  }

  private boolean namesAll(Matcher matcher) {
    List<String> named = List.of(matcher.group(2).replaceAll("[\\[\\]\\s]", "").split(","));
    List<String> ids = metrics.stream().map(Metric::id).toList();
    return named.containsAll(ids) && named.size() == ids.size();
  }

  boolean isUnderstood() {
    return understood;
  }

  int period() {
    return period;
  }

  /** What the entry may be, for all that its metrics may be. */
  List<Double> all(List<List<Double>> values) {
    if (!understood) {
      return List.of();
    }
    if (only >= 0) {
      return values.get(only);
    }
    List<List<Double>> rows = new ArrayList<>();
    rows.add(List.of());
    for (List<Double> one : values) {
      List<List<Double>> longer = new ArrayList<>();
      for (List<Double> row : rows) {
        for (Double value : one) {
          List<Double> next = new ArrayList<>(row);
          next.add(value);
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows.stream().map(this::combined).distinct().collect(Collectors.toList());
  }

  private Double combined(List<Double> row) {
    List<Double> present = row.stream().filter(Objects::nonNull).toList();
    return Statistics.of(sum ? "Sum" : "Maximum", present);
  }
}
