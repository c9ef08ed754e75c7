package dev.tocsin.chain.language;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the simple CloudWatch Logs Insights queries: {@code fields}, {@code display}, {@code sort},
 * and {@code filter} with {@code field = "text"}, {@code field in ["a", "b"]}, {@code and}, {@code
 * or} and parentheses. What is equal to a text is equal to it in a filter pattern too, as long as
 * the text has no {@code *}; other operators treat absent fields in ways that are not documented.
 */
public final class InsightsQuery {
  private static final java.util.regex.Pattern TOKEN =
      java.util.regex.Pattern.compile(
          "\"([^\"*\\\\]*)\"|'([^'\"*\\\\]*)'|[A-Za-z][\\w.]*|[=()\\[\\],]");

  /** Commands that leave every event in. */
  private static final Set<String> KEEPING_ALL = Set.of("fields", "display", "sort");

  /** {@code fields toupper(eventName) as eventName} changes what a later filter reads. */
  private static final java.util.regex.Pattern RENAMES =
      java.util.regex.Pattern.compile("(?i)\\bas\\b");

  private InsightsQuery() {}

  /** The events that a query finds, as a filter pattern; empty iff the query is not understood. */
  public static Optional<FilterPattern> parse(String query) {
    List<Expression> conditions = new ArrayList<>();
    for (String command : query.split("\\|", -1)) {
      String text = command.strip();
      String verb = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
      if (verb.equals("filter")) {
        Optional<Expression> condition =
            Tokens.read(TOKEN, text.substring(verb.length()), InsightsQuery::any);
        if (condition.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(condition.get());
      } else if (!KEEPING_ALL.contains(verb) || RENAMES.matcher(text).find()) {
        return Optional.empty();
      }
    }
    return conditions.isEmpty() ? Optional.empty() : Optional.of(FilterPattern.of(all(conditions)));
  }

  private static Expression all(List<Expression> parts) {
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private static Expression any(List<Expression> parts) {
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private static Expression any(Tokens tokens) throws NotUnderstood {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(all(tokens));
    } while (tokens.takeWord("or"));
    return any(parts);
  }

  private static Expression all(Tokens tokens) throws NotUnderstood {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(comparison(tokens));
    } while (tokens.takeWord("and"));
    return all(parts);
  }

  private static Expression comparison(Tokens tokens) throws NotUnderstood {
    if (tokens.take("(")) {
      Expression inner = tokens.nested(InsightsQuery::any);
      tokens.expect(")");
      return inner;
    }
    Selector field = field(tokens.next());
    if (tokens.take("=")) {
      return equal(field, tokens);
    }
    if (!tokens.takeWord("in")) {
      throw new NotUnderstood();
    }
    tokens.expect("[");
    List<Expression> any = new ArrayList<>();
    do {
      any.add(equal(field, tokens));
    } while (tokens.take(","));
    tokens.expect("]");
    return any(any);
  }

  private static Selector field(String token) throws NotUnderstood {
    if (!Character.isLetter(token.charAt(0))) {
      throw new NotUnderstood();
    }
    return new Selector(
        Arrays.stream(token.split("\\.", -1)).<Selector.Step>map(Selector.Step.Name::new).toList());
  }

  private static Expression equal(Selector field, Tokens tokens) throws NotUnderstood {
    return new Comparison(field, Operator.EQUAL, Value.Text.quoted(tokens.text()));
  }
}
