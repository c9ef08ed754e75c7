package dev.tocsin.chain.judge.fit;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.Map;
import java.util.Optional;

/** Filter patterns with further conditions, beyond the length that AWS would take. */
public final class Narrowing {
  private Narrowing() {}

  /**
   * The events that match the pattern and have these values.
   *
   * @param values by selector, such as {@code $.eventName}
   * @return empty iff the pattern reads no fields, or a value looks like a number or wildcard
   */
  public static Optional<EventTest> of(FilterPattern pattern, Map<String, String> values) {
    Optional<FilterPattern> narrowed = Optional.of(pattern);
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getValue().matches("-?\\d.*|.*[\"\\\\*%].*")) {
        return Optional.empty();
      }
      Parsed condition =
          FilterPattern.parse("{ " + value.getKey() + " = \"" + value.getValue() + "\" }");
      narrowed =
          condition instanceof FilterPattern parsed
              ? narrowed.flatMap(base -> base.and(parsed))
              : Optional.empty();
    }
    return narrowed.map(narrow -> narrow);
  }
}
