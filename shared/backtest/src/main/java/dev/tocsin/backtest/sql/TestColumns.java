package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.EventTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every pattern that a query asks, each once, as a column that is true or false. */
final class TestColumns {
  private final PatternSql patterns;
  private final Map<EventTest, Integer> numbers = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();

  TestColumns(TrailTable table) {
    this.patterns = new PatternSql(table);
  }

  /** The number of a test's column. */
  int number(EventTest test) throws Inexpressible {
    Integer known = numbers.get(test);
    if (known != null) {
      return known;
    }
    conditions.add("coalesce(" + patterns.of(test) + ", false)");
    numbers.put(test, conditions.size() - 1);
    return conditions.size() - 1;
  }

  /** How long a column's condition is, in characters. */
  int length(int number) {
    return conditions.get(number).length();
  }

  static String name(int number) {
    return "t" + number;
  }

  /** The columns of those tests, each on a line. */
  String definitions(Iterable<Integer> used) {
    StringBuilder sql = new StringBuilder();
    for (int number : used) {
      sql.append(",\n    ").append(conditions.get(number)).append(" AS ").append(name(number));
    }
    return sql.toString();
  }
}
