package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.util.List;

/** The nodes that the steps of a selector lead to, within JSON. */
final class JsonNodes {

  /** A condition on a variable. */
  interface Test {
    /** Never NULL; the variable may be. */
    String on(String variable) throws Inexpressible;
  }

  private int variables;

  /** True iff some node passes; where no step is a wildcard, the one node may be nothing, NULL. */
  String some(String json, List<Step> steps, Test test) throws Inexpressible {
    int wildcard = steps.indexOf(new Step.Wildcard());
    String variable = "v" + variables++;
    if (wildcard < 0) {
      return "any_match(ARRAY[%s], %s -> %s)"
          .formatted(at(json, steps), variable, test.on(variable));
    }
    String inner = some(variable, steps.subList(wildcard + 1, steps.size()), test);
    return "any_match(%s, %s -> %s)"
        .formatted(elements(at(json, steps.subList(0, wildcard))), variable, inner);
  }

  /** The one node, or NULL. */
  static String at(String json, List<Step> steps) throws Inexpressible {
    String at = json;
    StringBuilder path = new StringBuilder("$");
    for (Step step : steps) {
      if (step instanceof Step.Index index) {
        // In an object, Trino would take the index for a name.
        String array = path.length() == 1 ? at : extracted(at, path);
        at =
            "CASE WHEN starts_with(json_format(%1$s), '[') THEN json_extract(%1$s, '$[%2$d]') END"
                .formatted(array, index.index());
        path.setLength(1);
      } else {
        path.append("[\"").append(name(((Step.Name) step).name())).append("\"]");
      }
    }
    return path.length() == 1 ? at : extracted(at, path);
  }

  private static String extracted(String json, StringBuilder path) {
    return "json_extract(" + json + ", " + Literal.of(path.toString()) + ")";
  }

  private static String name(String name) throws Inexpressible {
    if (name.chars().allMatch(Character::isDigit)) {
      throw new Inexpressible("`" + name + "` could be an index, too");
    }
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String elements(String json) {
    return "coalesce(try_cast(%1$s AS array(json)), map_values(try_cast(%1$s AS map(varchar, json))), ARRAY[])"
        .formatted(json);
  }
}
