package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which clause of a test a record does not fulfil. Precondition: it does not match. */
final class Exclusion {

  private static final int LONGEST_VALUE = 80;

  private Exclusion() {}

  /** The clause and what the record has instead, in one line. */
  static String of(EventTest test, JsonNode record) {
    if (test instanceof FilterPattern pattern) {
      if (pattern.syntax() instanceof Pattern.Json json) {
        return expression(json.expression(), record);
      }
      if (pattern.syntax() instanceof Pattern.Terms terms) {
        return terms(terms, record.toString(), test.text());
      }
    }
    return "`" + test.text() + "` does not match";
  }

  private static String terms(Pattern.Terms terms, String message, String text) {
    for (String term : terms.all()) {
      if (!message.contains(term)) {
        return "the term `" + term + "` does not occur";
      }
    }
    for (String term : terms.none()) {
      if (message.contains(term)) {
        return "the term `" + term + "` occurs, which `" + text + "` excludes";
      }
    }
    return "none of the terms `" + String.join("`, `", terms.anyOf()) + "` occurs";
  }

  private static String expression(Expression expression, JsonNode record) {
    if (expression instanceof Expression.And and) {
      for (Expression part : and.parts()) {
        if (!holds(part, record)) {
          return expression(part, record);
        }
      }
    }
    if (expression instanceof Expression.Or or) {
      return alternatives(or, record);
    }
    Selector selector = selector(expression);
    return "`" + PatternPrinter.print(expression) + "` fails, " + found(selector, record);
  }

  /** The alternative of which the most holds decides; several on one field are told together. */
  private static String alternatives(Expression.Or or, JsonNode record) {
    List<Expression> leaves = new ArrayList<>();
    Set<Selector> selectors = new LinkedHashSet<>();
    for (Expression part : or.parts()) {
      if (!(part instanceof Expression.And) && !(part instanceof Expression.Or)) {
        leaves.add(part);
        selectors.add(selector(part));
      }
    }
    if (leaves.size() == or.parts().size()) {
      String names =
          selectors.stream()
              .map(selector -> "`" + PatternPrinter.print(selector) + "`")
              .collect(Collectors.joining(", "));
      return "none of the "
          + leaves.size()
          + " alternatives on "
          + names
          + " holds, "
          + selectors.stream()
              .map(selector -> found(selector, record))
              .collect(Collectors.joining(", "));
    }
    Expression closest = or.parts().get(0);
    for (Expression part : or.parts()) {
      if (held(part, record) > held(closest, record)) {
        closest = part;
      }
    }
    return expression(closest, record);
  }

  /** How much of an alternative the record fulfils. */
  private static int held(Expression expression, JsonNode record) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().mapToInt(part -> holds(part, record) ? 1 : 0).sum();
    }
    return 0;
  }

  private static boolean holds(Expression expression, JsonNode record) {
    return new FilterPattern("", new Pattern.Json(expression)).matches(record);
  }

  private static Selector selector(Expression leaf) {
    return leaf instanceof Expression.Comparison comparison
        ? comparison.selector()
        : ((Expression.State) leaf).selector();
  }

  private static String found(Selector selector, JsonNode record) {
    FieldPath path = FieldPath.ROOT;
    for (Selector.Step step : selector.steps()) {
      if (step instanceof Selector.Step.Name name) {
        path = path.then(new FieldPath.Step.Key(name.name()));
      } else if (step instanceof Selector.Step.Index index) {
        path = path.then(new FieldPath.Step.Index(index.index()));
      }
    }
    String name = "`" + path + "`";
    JsonNode value = path.in(record);
    if (value.isMissingNode()) {
      return name + " is missing";
    }
    String text = value.toString();
    return name
        + " is `"
        + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text)
        + "`";
  }
}
