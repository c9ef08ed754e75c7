package dev.tocsin.chain.judge;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads the simple CloudWatch Logs Insights queries: {@code fields}, {@code display}, {@code sort},
 * and {@code filter} with {@code field = "text"}, {@code field in ["a", "b"]}, {@code and}, {@code
 * or} and parentheses. What is equal to a text is equal to it in a filter pattern too, as long as
 * the text has no {@code *}; other operators treat absent fields in ways that are not documented.
 */
final class InsightsQuery {
  private static final java.util.regex.Pattern TOKEN =
      java.util.regex.Pattern.compile(
          "\\s*(?:\"([^\"*\\\\]*)\"|'([^'\"*\\\\]*)'|([A-Za-z][\\w.]*)|([=()\\[\\],]))\\s*");

  private final List<String> tokens;
  private int at;

  private InsightsQuery(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The events that a query finds, as a filter pattern; empty iff the query is not simple. */
  static Optional<FilterPattern> parse(String query) {
    List<Expression> conditions = new ArrayList<>();
    for (String command : query.split("\\|", -1)) {
      String text = command.strip();
      String verb = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
      if (verb.equals("filter")) {
        Optional<Expression> condition =
            tokens(text.substring(verb.length()))
                .flatMap(tokens -> new InsightsQuery(tokens).whole());
        if (condition.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(condition.get());
      } else if (!List.of("fields", "display", "sort").contains(verb)) {
        return Optional.empty();
      }
    }
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(new FilterPattern(query, new Pattern.Json(join(conditions, true))));
  }

  private static Optional<List<String>> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      tokens.add(quoted == null ? matcher.group().strip() : "\"" + quoted);
      at = matcher.end();
    }
    return at == text.length() && tokens.size() < 1_000 ? Optional.of(tokens) : Optional.empty();
  }

  private static Expression join(List<Expression> parts, boolean all) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return all ? new Expression.And(parts) : new Expression.Or(parts);
  }

  private boolean take(String token) {
    if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
      at++;
      return true;
    }
    return false;
  }

  private Optional<Expression> whole() {
    return chain(false).filter(expression -> at == tokens.size());
  }

  private Optional<Expression> chain(boolean all) {
    List<Expression> parts = new ArrayList<>();
    do {
      Optional<Expression> part = all ? comparison() : chain(true);
      if (part.isEmpty()) {
        return part;
      }
      parts.add(part.get());
    } while (take(all ? "and" : "or"));
    return Optional.of(join(parts, all));
  }

  private Optional<Expression> comparison() {
    if (take("(")) {
      Optional<Expression> inner = chain(false);
      return take(")") ? inner : Optional.empty();
    }
    if (at + 2 >= tokens.size() || !Character.isLetter(tokens.get(at).charAt(0))) {
      return Optional.empty();
    }
    Selector field =
        new Selector(
            Arrays.stream(tokens.get(at++).split("\\.", -1))
                .<Selector.Step>map(Selector.Step.Name::new)
                .toList());
    if (take("=")) {
      return equal(field);
    }
    if (!take("in") || !take("[")) {
      return Optional.empty();
    }
    List<Expression> any = new ArrayList<>();
    do {
      Optional<Expression> one = equal(field);
      if (one.isEmpty()) {
        return one;
      }
      any.add(one.get());
    } while (take(","));
    return take("]") ? Optional.of(join(any, false)) : Optional.empty();
  }

  private Optional<Expression> equal(Selector field) {
    if (at == tokens.size() || tokens.get(at).charAt(0) != '"') {
      return Optional.empty();
    }
    return Optional.of(
        new Comparison(field, Operator.EQUAL, Value.Text.quoted(tokens.get(at++).substring(1))));
  }
}
