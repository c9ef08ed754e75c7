package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The event names that a pattern spells out. */
final class NamedEvents {

  private static final Selector EVENT_NAME =
      new Selector(List.of(new Selector.Step.Name("eventName")));

  private NamedEvents() {}

  static Set<String> of(FilterPattern pattern) {
    Set<String> names = new TreeSet<>();
    if (pattern.syntax() instanceof Pattern.Json json) {
      collect(json.expression(), names);
    }
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> collect(part, names));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> collect(part, names));
    } else if (expression instanceof Expression.Comparison comparison
        && comparison.operator() == Expression.Operator.EQUAL
        && comparison.selector().equals(EVENT_NAME)
        && comparison.value() instanceof Value.Text text
        && !text.text().contains("*")) {
      names.add(text.text());
    }
  }
}
