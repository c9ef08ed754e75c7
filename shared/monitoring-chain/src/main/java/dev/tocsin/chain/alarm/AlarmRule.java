package dev.tocsin.chain.alarm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule expression of a composite alarm: {@code ALARM(…)}, {@code OK(…)}, {@code
 * INSUFFICIENT_DATA(…)}, {@code TRUE}, {@code FALSE}, {@code NOT}, {@code AND}, {@code OR},
 * parentheses; {@code NOT} binds tightest, then {@code AND}.
 *
 * <p>Source: the API reference of {@code PutCompositeAlarm}.
 */
public final class AlarmRule {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]+)\"|([^\\s\"()]+))\\s*\\)"
              + "|(TRUE|FALSE|AND|OR|NOT|[()]))\\s*");

  /** What is known of a statement on alarm states. */
  public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    private Truth not() {
      return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }

    private Truth and(Truth other) {
      if (this == FALSE || other == FALSE) {
        return FALSE;
      }
      return this == TRUE ? other : this;
    }

    private Truth or(Truth other) {
      return not().and(other.not()).not();
    }
  }

  private record Token(String word, String alarm) {}

  private final List<Token> tokens;

  private AlarmRule(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads a rule; empty iff it is not understood. */
  public static Optional<AlarmRule> parse(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && matcher.find(at) && matcher.start() == at) {
      String name = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      tokens.add(
          name == null
              ? new Token(matcher.group(4), "")
              : new Token(matcher.group(1), nameOf(name)));
      at = matcher.end();
    }
    // Deeper nesting is nobody's rule; the walk below recurses.
    if (tokens.stream().filter(token -> token.word().matches("\\(|NOT")).count() > 500) {
      return Optional.empty();
    }
    AlarmRule rule = new AlarmRule(List.copyOf(tokens));
    boolean whole = at == text.length() && rule.evaluate((state, name) -> Truth.UNKNOWN) != null;
    return whole ? Optional.of(rule) : Optional.empty();
  }

  /** The names of the alarms it speaks of, in order. */
  public Set<String> alarms() {
    Set<String> names = new LinkedHashSet<>();
    tokens.stream().map(Token::alarm).filter(name -> !name.isEmpty()).forEach(names::add);
    return names;
  }

  /**
   * What is known of the rule.
   *
   * @param known given a state and an alarm's name, whether the alarm is in that state
   */
  public Truth evaluate(BiFunction<String, String, Truth> known) {
    return new Evaluation(known).rule();
  }

  private static String nameOf(String nameOrArn) {
    String marker = ":alarm:";
    int at = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(marker) : -1;
    return at < 0 ? nameOrArn : nameOrArn.substring(at + marker.length());
  }

  /** One walk over the tokens; null stands for a syntax error. */
  private final class Evaluation {
    private final BiFunction<String, String, Truth> known;
    private int at;

    Evaluation(BiFunction<String, String, Truth> known) {
      this.known = known;
    }

    Truth rule() {
      Truth value = or();
      return at == tokens.size() ? value : null;
    }

    private boolean take(String word) {
      if (at < tokens.size() && tokens.get(at).word().equals(word)) {
        at++;
        return true;
      }
      return false;
    }

    private Truth or() {
      Truth value = and();
      while (value != null && take("OR")) {
        Truth right = and();
        value = right == null ? null : value.or(right);
      }
      return value;
    }

    private Truth and() {
      Truth value = unary();
      while (value != null && take("AND")) {
        Truth right = unary();
        value = right == null ? null : value.and(right);
      }
      return value;
    }

    private Truth unary() {
      if (take("NOT")) {
        Truth value = unary();
        return value == null ? null : value.not();
      }
      if (take("(")) {
        Truth value = or();
        return take(")") ? value : null;
      }
      if (at == tokens.size()) {
        return null;
      }
      Token token = tokens.get(at++);
      return switch (token.word()) {
        case "TRUE" -> Truth.TRUE;
        case "FALSE" -> Truth.FALSE;
        case "ALARM", "OK", "INSUFFICIENT_DATA" -> known.apply(token.word(), token.alarm());
        default -> null;
      };
    }
  }
}
