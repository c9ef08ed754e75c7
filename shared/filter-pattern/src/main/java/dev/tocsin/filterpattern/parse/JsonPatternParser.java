package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads <code>{ expression }</code>; {@code ()} binds tighter than {@code &&}, and that tighter
 * than {@code ||}. The descent goes as deep as parentheses nest, which the length of a pattern
 * bounds.
 */
final class JsonPatternParser {
  private final Cursor cursor;
  private final SelectorParser selectors;
  private final ValueParser values;
  private final Misreadings misreadings;

  JsonPatternParser(Cursor cursor) {
    this.cursor = cursor;
    this.selectors = new SelectorParser(cursor);
    this.values = new ValueParser(cursor);
    this.misreadings = new Misreadings(cursor);
  }

  /** Precondition: an opening brace stands here. Stops behind the closing one. */
  Pattern parse() throws Refusal {
    cursor.take("{");
    cursor.skipBlanks();
    if (cursor.looksAt("}")) {
      throw cursor.refuse(Expected.CONDITION, Fix.CONDITION);
    }
    Expression expression = disjunction();
    if (!cursor.take("}")) {
      throw misreadings.notJoined(Expected.JOIN_OR_BRACE, Fix.BRACE);
    }
    return new Pattern.Json(expression);
  }

  private Expression disjunction() throws Refusal {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(conjunction());
    } while (cursor.take("||"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private Expression conjunction() throws Refusal {
    List<Expression> parts = new ArrayList<>();
    do {
      cursor.skipBlanks();
      parts.add(primary());
      cursor.skipBlanks();
    } while (cursor.take("&&"));
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private Expression primary() throws Refusal {
    int start = cursor.offset();
    if (!cursor.take("(")) {
      return condition();
    }
    Expression inner = disjunction();
    if (!cursor.take(")")) {
      throw misreadings.notJoined(Expected.JOIN_OR_PARENTHESIS, Fix.CLOSE.formatted(start));
    }
    return inner;
  }

  private Expression condition() throws Refusal {
    if (!cursor.looksAt("$")) {
      throw misreadings.notACondition();
    }
    int start = cursor.offset();
    Selector selector = selectors.parse();
    int end = cursor.offset();
    cursor.skipBlanks();
    Optional<Operator> operator = Operators.parse(cursor);
    if (operator.isPresent()) {
      cursor.skipBlanks();
      return new Expression.Comparison(selector, operator.get(), values.parse(operator.get()));
    }
    if (cursor.takeWord("NOT")) {
      cursor.skipBlanks();
      if (!cursor.takeWord("EXISTS")) {
        throw misreadings.notExists();
      }
      return new State(selector, State.Kind.NOT_EXISTS);
    }
    if (cursor.takeWord("IS")) {
      cursor.skipBlanks();
      return new State(selector, nullTrueFalse());
    }
    throw misreadings.notAnOperator(cursor.text().substring(start, end));
  }

  private State.Kind nullTrueFalse() throws Refusal {
    if (cursor.takeWord("NULL")) {
      return State.Kind.IS_NULL;
    }
    if (cursor.takeWord("TRUE")) {
      return State.Kind.IS_TRUE;
    }
    if (cursor.takeWord("FALSE")) {
      return State.Kind.IS_FALSE;
    }
    for (String word : List.of("NULL", "TRUE", "FALSE")) {
      if (cursor.text().regionMatches(true, cursor.offset() + 1, word + "\"", 0, word.length() + 1)
          && cursor.looksAt("\"")) {
        throw cursor.refuse(Expected.NULL_TRUE_FALSE, Fix.WRITE.formatted("IS " + word));
      }
    }
    throw cursor.refuse(Expected.NULL_TRUE_FALSE, cursor.looksAtWord("NOT") ? Fix.IS_NOT : Fix.IS);
  }
}
