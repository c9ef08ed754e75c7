package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Column;
import dev.tocsin.filterpattern.syntax.Column.Condition;
import dev.tocsin.filterpattern.syntax.Column.Condition.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code [a, b = x || b = y, ...]}; no parentheses inside a column. */
final class SpaceDelimitedParser {
  private final Cursor cursor;
  private final ValueParser values;
  private final Set<String> names = new HashSet<>();
  private boolean ellipsis;

  SpaceDelimitedParser(Cursor cursor) {
    this.cursor = cursor;
    this.values = new ValueParser(cursor);
  }

  /** Precondition: a {@code [} stands here. Stops behind the closing {@code ]}. */
  Pattern parse() throws Refusal {
    cursor.take("[");
    cursor.skipBlanks();
    if (cursor.take("]")) {
      return new Pattern.SpaceDelimited(List.of());
    }
    List<Column> columns = new ArrayList<>();
    do {
      cursor.skipBlanks();
      columns.add(column());
      cursor.skipBlanks();
    } while (cursor.take(","));
    if (!cursor.take("]")) {
      throw cursor.refuse(Expected.COLUMN_END, Fix.COLUMN_END);
    }
    return new Pattern.SpaceDelimited(columns);
  }

  private Column column() throws Refusal {
    int start = cursor.offset();
    if (cursor.take("...")) {
      if (ellipsis) {
        throw cursor.refuseAt(start, Expected.ONE_ELLIPSIS, Fix.ONE_ELLIPSIS);
      }
      ellipsis = true;
      return new Column.Ellipsis();
    }
    if (cursor.looksAt(",") || cursor.looksAt("]")) {
      return new Column.Named("", Optional.empty());
    }
    String name = name();
    if (!names.add(name)) {
      throw cursor.refuseAt(start, Expected.NEW_COLUMN, Fix.NEW_COLUMN);
    }
    cursor.skipBlanks();
    if (cursor.looksAt(",") || cursor.looksAt("]")) {
      return new Column.Named(name, Optional.empty());
    }
    return new Column.Named(name, Optional.of(disjunction(name)));
  }

  private String name() throws Refusal {
    int start = cursor.offset();
    String name = cursor.takeWhile(c -> Cursor.isWordCharacter(c) && c != '-');
    if (name.isEmpty() || Cursor.isDigit(name.charAt(0))) {
      throw cursor.refuseAt(start, Expected.COLUMN, Fix.COLUMN);
    }
    return name;
  }

  /** Reads from behind the first name, which the column has already taken. */
  private Condition disjunction(String name) throws Refusal {
    List<Condition> parts = new ArrayList<>();
    parts.add(conjunction(name));
    while (cursor.take("||")) {
      sameName(name);
      parts.add(conjunction(name));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
  }

  private Condition conjunction(String name) throws Refusal {
    List<Comparison> parts = new ArrayList<>();
    parts.add(comparison());
    while (cursor.take("&&")) {
      sameName(name);
      parts.add(comparison());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
  }

  private void sameName(String name) throws Refusal {
    cursor.skipBlanks();
    int start = cursor.offset();
    if (!name().equals(name)) {
      throw cursor.refuseAt(start, Expected.SAME_COLUMN, Fix.SAME_COLUMN.formatted(name));
    }
  }

  private Comparison comparison() throws Refusal {
    cursor.skipBlanks();
    Optional<Operator> operator = Operators.parse(cursor);
    if (operator.isEmpty()) {
      throw cursor.refuse(Expected.COLUMN_OPERATOR, Fix.COLUMN_END);
    }
    cursor.skipBlanks();
    Comparison comparison = new Comparison(operator.get(), values.parse(operator.get()));
    cursor.skipBlanks();
    return comparison;
  }
}
