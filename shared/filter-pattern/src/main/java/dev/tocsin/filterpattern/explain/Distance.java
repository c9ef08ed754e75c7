package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.List;

/** How far expressions are from matching an event. */
final class Distance {
  /**
   * A filter made for the event names it; one that names others is further away than any clause.
   */
  private static final int OTHER_NAME = 10;

  private Distance() {}

  /** Whether the expression matches the event. */
  static boolean holds(Expression expression, JsonNode event) {
    return FilterPattern.of(expression).matches(event);
  }

  /** The position of the test that is nearest to the event, the first of several; -1 if none is. */
  static int nearest(List<? extends EventTest> tests, JsonNode event) {
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < tests.size(); i++) {
      int distance = of(tests.get(i), event);
      if (distance < least) {
        nearest = i;
        least = distance;
      }
    }
    return nearest;
  }

  /**
   * Whether the filter fails, among other things, because it names other events; of a rule the key
   * is told.
   */
  static boolean namesAnother(EventTest test, JsonNode event) {
    return test instanceof FilterPattern
        && of(test, event) >= OTHER_NAME
        && of(test, event) < EventTest.UNDIVIDED;
  }

  private static int of(EventTest test, JsonNode event) {
    return test instanceof FilterPattern pattern && pattern.syntax() instanceof Pattern.Json json
        ? of(json.expression(), event)
        : test.distance(event);
  }

  /** The clauses that would have to be other than they are. */
  private static int of(Expression expression, JsonNode event) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().mapToInt(part -> of(part, event)).sum();
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().mapToInt(part -> of(part, event)).min().orElse(0);
    }
    if (holds(expression, event)) {
      return 0;
    }
    boolean isName =
        expression.leaves().allMatch(leaf -> leaf.selector().equals(Expressions.EVENT_NAME));
    return isName ? OTHER_NAME : 1;
  }
}
