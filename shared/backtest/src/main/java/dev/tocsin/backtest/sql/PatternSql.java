package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON patterns as conditions on the columns of a table. A condition is TRUE iff the matcher says
 * so of the record that the row was made of, where the record's members have the types that
 * CloudTrail documents; FALSE or NULL otherwise.
 */
final class PatternSql {
  private final Map<String, Column> columns;
  private final JsonNodes nodes = new JsonNodes();

  PatternSql(TrailTable table) {
    this.columns = table.columns();
  }

  String of(EventTest test) throws Inexpressible {
    if (test instanceof FilterPattern pattern && pattern.expression().isPresent()) {
      return of(pattern.expression().get());
    }
    throw new Inexpressible("it is no JSON pattern, so it looks at more than columns");
  }

  private String of(Expression expression) throws Inexpressible {
    if (expression instanceof Expression.And and) {
      return joined(and.parts(), " AND ");
    }
    if (expression instanceof Expression.Or or) {
      return joined(or.parts(), " OR ");
    }
    return leaf((Expression.Leaf) expression);
  }

  /** Words that one column is compared with become one list. */
  private String joined(List<Expression> parts, String operator) throws Inexpressible {
    Map<String, List<String>> words = new LinkedHashMap<>();
    List<String> terms = new ArrayList<>();
    for (Expression part : parts) {
      if (operator.equals(" OR ")
          && part instanceof Comparison comparison
          && comparison.operator() == Operator.EQUAL
          && comparison.value() instanceof Value.Text text
          && text.pieces().size() == 1
          && place(comparison.selector()).column() instanceof Column.Text column) {
        words.computeIfAbsent(column.sql(), sql -> new ArrayList<>()).add(Literal.of(text.text()));
      } else {
        terms.add(of(part));
      }
    }
    words.forEach((sql, list) -> terms.add(sql + " IN (" + String.join(", ", list) + ")"));
    return "(" + String.join(operator, terms) + ")";
  }

  /** A column, and the steps that are left within it. */
  private record Place(Column column, List<Step> rest) {}

  private Place place(Selector selector) throws Inexpressible {
    Map<String, Column> members = columns;
    List<Step> steps = selector.steps();
    for (int i = 0; i < steps.size(); i++) {
      Column column = steps.get(i) instanceof Step.Name name ? members.get(name.name()) : null;
      List<Step> rest = steps.subList(i + 1, steps.size());
      if (column instanceof Column.Struct struct && !rest.isEmpty()) {
        members = struct.members();
      } else if (column instanceof Column.Json || (column != null && rest.isEmpty())) {
        return new Place(column, rest);
      } else {
        break;
      }
    }
    throw new Inexpressible("`" + PatternPrinter.print(selector) + "` is in no column");
  }

  private String leaf(Expression.Leaf leaf) throws Inexpressible {
    Place place = place(leaf.selector());
    if (place.column() instanceof Column.Json json) {
      return json(leaf, json, place.rest());
    }
    if (leaf instanceof State state) {
      return state(state, place.column());
    }
    Comparison comparison = (Comparison) leaf;
    return place.column() instanceof Column.Text text
        ? JsonComparison.compared(text.sql(), comparison.operator(), comparison.value())
        : "false"; // Only texts and numbers are compared.
  }

  private static String state(State state, Column column) throws Inexpressible {
    return switch (state.kind()) {
      case NOT_EXISTS -> sql(column) + " IS NULL";
      case IS_TRUE -> column instanceof Column.Truth truth ? truth.isTrue() : "false";
      case IS_FALSE -> column instanceof Column.Truth truth ? truth.isFalse() : "false";
      case IS_NULL ->
          throw new Inexpressible(
              "`"
                  + PatternPrinter.print(state.selector())
                  + "` is empty in a row where it was null and where it was not there");
    };
  }

  private static String sql(Column column) {
    if (column instanceof Column.Text text) {
      return text.sql();
    }
    return column instanceof Column.Truth truth ? truth.sql() : ((Column.Struct) column).sql();
  }

  private String json(Expression.Leaf leaf, Column.Json column, List<Step> steps)
      throws Inexpressible {
    if (steps.isEmpty()) {
      throw new Inexpressible(
          "`" + PatternPrinter.print(leaf.selector()) + "` has lost its kind in the table");
    }
    // Of a text, `json_extract` of the root is its JSON.
    String root = "json_extract(" + column.sql() + ", '$')";
    int wildcard = steps.indexOf(new Step.Wildcard());
    if (leaf instanceof State state) {
      return state(state, root, steps, wildcard >= 0);
    }
    Comparison comparison = (Comparison) leaf;
    if (comparison.operator() == Operator.NOT_EQUAL && wildcard >= 0) {
      if (wildcard == 0) {
        throw new Inexpressible(
            "`" + PatternPrinter.print(leaf.selector()) + "` has lost its kind in the table");
      }
      String equal =
          nodes.some(
              root, steps, node -> JsonComparison.holds(node, Operator.EQUAL, comparison.value()));
      return "(%s IS NOT NULL AND NOT %s)"
          .formatted(JsonNodes.at(root, steps.subList(0, wildcard)), equal);
    }
    return nodes.some(
        root, steps, node -> JsonComparison.holds(node, comparison.operator(), comparison.value()));
  }

  private String state(State state, String root, List<Step> steps, boolean wildcard)
      throws Inexpressible {
    return switch (state.kind()) {
      case NOT_EXISTS -> "NOT " + nodes.some(root, steps, node -> node + " IS NOT NULL");
      case IS_TRUE -> nodes.some(root, steps, node -> is(node, "true"));
      case IS_FALSE -> nodes.some(root, steps, node -> is(node, "false"));
      case IS_NULL ->
          nodes.some(root, steps, node -> wildcard ? is(node, "null") : isNullOrHoldsNull(node));
    };
  }

  private static String is(String node, String text) {
    return "coalesce(json_format(" + node + ") = '" + text + "', false)";
  }

  /** Without a wildcard, an array that holds a null passes for null. */
  private static String isNullOrHoldsNull(String node) {
    return "(%s OR coalesce(any_match(try_cast(%s AS array(json)), e -> %s), false))"
        .formatted(is(node, "null"), node, is("e", "null"));
  }
}
