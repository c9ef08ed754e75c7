package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.Column;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.RegexNode;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A syntax tree on one line, independent of the printer. */
final class Dump {
  private Dump() {}

  static String of(Pattern pattern) {
    if (pattern instanceof Pattern.Json json) {
      return of(json.expression());
    }
    if (pattern instanceof Pattern.Terms terms) {
      return (list("all", terms.all()) + list("any", terms.anyOf()) + list("none", terms.none()))
          .strip();
    }
    if (pattern instanceof Pattern.SpaceDelimited columns) {
      return call("columns", columns.columns(), Dump::of);
    }
    if (pattern instanceof Pattern.StandaloneRegex regex) {
      return of(regex.regex());
    }
    return "blank";
  }

  private static String list(String name, List<String> terms) {
    return terms.isEmpty() ? "" : call(name, terms, Function.identity()) + " ";
  }

  private static <T> String call(String name, List<T> parts, Function<T, String> dump) {
    return parts.stream().map(dump).collect(Collectors.joining(" ", name + "(", ")"));
  }

  private static String of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return call("and", and.parts(), Dump::of);
    }
    if (expression instanceof Expression.Or or) {
      return call("or", or.parts(), Dump::of);
    }
    if (expression instanceof Expression.State state) {
      return of(state.selector()) + ":" + state.kind();
    }
    Expression.Comparison c = (Expression.Comparison) expression;
    return of(c.selector()) + c.operator().symbol() + of(c.value());
  }

  private static String of(Selector selector) {
    return "$" + selector.steps().stream().map(Dump::of).collect(Collectors.joining());
  }

  private static String of(Step step) {
    if (step instanceof Step.Name name) {
      boolean plain =
          name.name().chars().allMatch(c -> c < 128 && Cursor.isWordCharacter((char) c));
      return plain ? "." + name.name() : ".'" + name.name() + "'";
    }
    return step instanceof Step.Index index ? "[" + index.index() + "]" : "*";
  }

  private static String of(Value value) {
    if (value instanceof Value.Numeral numeral) {
      return "#" + numeral.written();
    }
    if (value instanceof Value.Regex regex) {
      return "%" + of(regex.syntax()) + "%";
    }
    Value.Text text = (Value.Text) value;
    String quote = text.quoted() ? "\"" : "";
    String dumped = quote + text.text().replace('\n', '⏎') + quote;
    return text.hasUncertainEscape() ? dumped + "?" : dumped;
  }

  private static String of(Column column) {
    if (column instanceof Column.Ellipsis) {
      return "...";
    }
    Column.Named named = (Column.Named) column;
    String name = named.name().isEmpty() ? "-" : named.name();
    return name + named.condition().map(c -> "(" + of(c) + ")").orElse("");
  }

  private static String of(Column.Condition condition) {
    if (condition instanceof Column.Condition.And and) {
      return call("and", and.parts(), Dump::of);
    }
    if (condition instanceof Column.Condition.Or or) {
      return call("or", or.parts(), Dump::of);
    }
    Column.Condition.Comparison c = (Column.Condition.Comparison) condition;
    return c.operator().symbol() + of(c.value());
  }

  private static String of(RegexNode node) {
    if (node instanceof RegexNode.Choice choice) {
      return choice.alternatives().stream().map(Dump::of).collect(Collectors.joining("|"));
    }
    if (node instanceof RegexNode.Sequence sequence) {
      return sequence.parts().stream().map(Dump::of).collect(Collectors.joining());
    }
    if (node instanceof RegexNode.Repeat repeat) {
      String max = repeat.max().isPresent() ? "" + repeat.max().getAsInt() : "";
      return of(repeat.characters()) + "{" + repeat.min() + "," + max + "}";
    }
    if (node instanceof RegexNode.Characters characters) {
      return characters.set().ranges().stream()
          .map(Dump::of)
          .collect(Collectors.joining("", "[", "]"));
    }
    return node instanceof RegexNode.Start ? "^" : "$";
  }

  private static String of(CodePoints.Range range) {
    String first = of(range.first());
    return range.first() == range.last() ? first : first + "-" + of(range.last());
  }

  private static String of(int codePoint) {
    if (codePoint == Character.MAX_CODE_POINT) {
      return "\\U";
    }
    boolean plain = codePoint >= ' ' && codePoint < 127 && "\\]".indexOf(codePoint) < 0;
    boolean escaped = "\\]".indexOf(codePoint) >= 0;
    return plain || escaped ? (escaped ? "\\" : "") + (char) codePoint : "\\" + codePoint;
  }
}
