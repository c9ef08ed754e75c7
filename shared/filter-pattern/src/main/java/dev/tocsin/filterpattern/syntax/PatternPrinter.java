package dev.tocsin.filterpattern.syntax;

import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a syntax tree as pattern text in one spelling: one blank round every operator, parentheses
 * only where {@code &&} or {@code ||} holds another one, {@code [*]} for every wildcard, keywords
 * in capitals. Reading the text gives the same tree again.
 */
public final class PatternPrinter {
  private PatternPrinter() {}

  /** The pattern as text; the empty text for the blank pattern. */
  public static String print(Pattern pattern) {
    if (pattern instanceof Pattern.Json json) {
      return "{ " + print(json.expression()) + " }";
    }
    if (pattern instanceof Pattern.Terms terms) {
      List<String> words = new ArrayList<>();
      terms.all().forEach(term -> words.add(term(term)));
      terms.anyOf().forEach(term -> words.add("?" + term(term)));
      terms.none().forEach(term -> words.add("-" + term(term)));
      return String.join(" ", words);
    }
    if (pattern instanceof Pattern.SpaceDelimited columns) {
      return columns.columns().stream()
          .map(PatternPrinter::print)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (pattern instanceof Pattern.StandaloneRegex regex) {
      return print(regex.regex());
    }
    return "";
  }

  /** The expression as it stands between the braces, for messages about one clause of a pattern. */
  public static String print(Expression expression) {
    if (expression instanceof Expression.And and) {
      return join(and.parts(), " && ");
    }
    if (expression instanceof Expression.Or or) {
      return join(or.parts(), " || ");
    }
    if (expression instanceof Expression.State state) {
      return print(state.selector()) + " " + state.kind().name().replace('_', ' ');
    }
    Expression.Comparison comparison = (Expression.Comparison) expression;
    return print(comparison.selector())
        + " "
        + comparison.operator().symbol()
        + " "
        + print(comparison.value());
  }

  private static String join(List<Expression> parts, String operator) {
    return parts.stream()
        .map(
            part ->
                part instanceof Expression.And || part instanceof Expression.Or
                    ? "(" + print(part) + ")"
                    : print(part))
        .collect(Collectors.joining(operator));
  }

  /** The selector, {@code $} included. */
  public static String print(Selector selector) {
    StringBuilder text = new StringBuilder("$");
    for (Step step : selector.steps()) {
      if (step instanceof Step.Name name) {
        boolean plain = name.name().matches("[A-Za-z0-9_-]+");
        text.append(plain ? "." + name.name() : ".['" + name.name() + "']");
      } else if (step instanceof Step.Index index) {
        text.append('[').append(index.index()).append(']');
      } else {
        text.append(text.length() == 1 ? ".*" : "[*]");
      }
    }
    return text.toString();
  }

  /** The value with the quotes or percent signs it needs. */
  public static String print(Value value) {
    if (value instanceof Value.Numeral numeral) {
      return numeral.written();
    }
    if (value instanceof Value.Regex regex) {
      return "%" + regex.written() + "%";
    }
    Value.Text text = (Value.Text) value;
    return text.quoted() ? "\"" + text.written() + "\"" : text.written();
  }

  private static String print(Column column) {
    if (column instanceof Column.Ellipsis) {
      return "...";
    }
    Column.Named named = (Column.Named) column;
    return named.condition().map(condition -> print(named.name(), condition)).orElse(named.name());
  }

  private static String print(String name, Column.Condition condition) {
    if (condition instanceof Column.Condition.Or or) {
      return or.parts().stream().map(part -> print(name, part)).collect(Collectors.joining(" || "));
    }
    if (condition instanceof Column.Condition.And and) {
      return and.parts().stream()
          .map(part -> print(name, part))
          .collect(Collectors.joining(" && "));
    }
    Column.Condition.Comparison comparison = (Column.Condition.Comparison) condition;
    return String.format(
        Locale.ROOT, "%s %s %s", name, comparison.operator().symbol(), print(comparison.value()));
  }

  private static String term(String term) {
    return term.matches("[A-Za-z0-9_.]+") ? term : print(Value.Text.quoted(term));
  }
}
