package dev.tocsin.chain.judge.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an alarm leaves of a filter whose metric has dimensions: it reads the events of one value of
 * each only.
 *
 * @param alarm its name
 * @param metric in words
 * @param values by the selector that makes the dimension; at least one
 * @param whole what the filter matches
 */
public record Narrowed(
    String alarm, String metric, Map<String, String> values, FilterPattern whole) {

  public Narrowed {
    values = Map.copyOf(values);
  }

  /**
   * The finding on an event that the filter matches; empty iff it does not.
   *
   * @param event one that the alarm does not read
   */
  public Optional<Finding> keptFrom(JsonNode event) {
    String read =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(value -> "`%s = \"%s\"`".formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining(" and "));
    return whole.matches(event)
        ? Optional.of(
            Fault.of(
                    "alarm `%s` reads the events of %s only, by its dimensions"
                        .formatted(alarm, read),
                    "take the dimensions out of the filter and the alarm")
                .on(Link.METRIC, metric))
        : Optional.empty();
  }
}
