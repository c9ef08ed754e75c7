package dev.tocsin.chain.language;

import dev.tocsin.filterpattern.condition.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * The rule expression of a composite alarm: {@code ALARM(…)}, {@code OK(…)}, {@code
 * INSUFFICIENT_DATA(…)}, {@code TRUE}, {@code FALSE}, {@code NOT}, {@code AND}, {@code OR},
 * parentheses; {@code NOT} binds tightest, then {@code AND}. Beside them {@code AT_LEAST(2, ALARM,
 * (a, b, c))}, which may count in per cent, {@code 60%}, and what is not in a state, {@code NOT
 * OK}.
 *
 * <p>Sources: the API reference of {@code PutCompositeAlarm}; for {@code AT_LEAST}, which is not in
 * it, {@code AtLeastOptions} in the reference of the CDK.
 */
public final class AlarmRule {
  private static final Pattern TOKEN = Pattern.compile("\"([^\"]+)\"|[(),]|[^\\s\"(),]+");
  private static final Set<String> STATES = Set.of("ALARM", "OK", "INSUFFICIENT_DATA");

  /** A statement on alarm states. */
  private sealed interface Statement {
    record Constant(Truth value) implements Statement {}

    /** The alarm, a name or an ARN, is in the state. */
    record InState(String state, String alarm) implements Statement {}

    record Not(Statement part) implements Statement {}

    record All(List<Statement> parts) implements Statement {}

    record Any(List<Statement> parts) implements Statement {}

    /** So many of the parts hold. */
    record AtLeast(int needed, List<Statement> parts) implements Statement {}
  }

  private final Statement statement;

  private AlarmRule(Statement statement) {
    this.statement = statement;
  }

  /** Reads a rule; empty iff it is not understood. */
  public static Optional<AlarmRule> parse(String text) {
    return Tokens.read(TOKEN, text, AlarmRule::any).map(AlarmRule::new);
  }

  /** The alarms it speaks of, names or ARNs as written, in order. */
  public Set<String> alarms() {
    Set<String> alarms = new LinkedHashSet<>();
    collect(statement, alarms);
    return alarms;
  }

  /**
   * What is known of the rule.
   *
   * @param known given a state and an alarm as the rule names it, whether the alarm is in that
   *     state
   */
  public Truth evaluate(BiFunction<String, String, Truth> known) {
    return evaluate(statement, known);
  }

  private static void collect(Statement statement, Set<String> alarms) {
    if (statement instanceof Statement.InState one) {
      alarms.add(one.alarm());
    } else if (statement instanceof Statement.Not not) {
      collect(not.part(), alarms);
    } else if (statement instanceof Statement.All all) {
      all.parts().forEach(part -> collect(part, alarms));
    } else if (statement instanceof Statement.Any any) {
      any.parts().forEach(part -> collect(part, alarms));
    } else if (statement instanceof Statement.AtLeast some) {
      some.parts().forEach(part -> collect(part, alarms));
    }
  }

  private static Truth evaluate(Statement statement, BiFunction<String, String, Truth> known) {
    if (statement instanceof Statement.InState one) {
      return known.apply(one.state(), one.alarm());
    }
    if (statement instanceof Statement.Not not) {
      return evaluate(not.part(), known).not();
    }
    if (statement instanceof Statement.All all) {
      return all.parts().stream().map(part -> evaluate(part, known)).reduce(Truth.TRUE, Truth::and);
    }
    if (statement instanceof Statement.Any any) {
      return any.parts().stream().map(part -> evaluate(part, known)).reduce(Truth.FALSE, Truth::or);
    }
    if (statement instanceof Statement.AtLeast some) {
      return atLeast(some, known);
    }
    return ((Statement.Constant) statement).value();
  }

  private static Truth atLeast(Statement.AtLeast some, BiFunction<String, String, Truth> known) {
    int holding = 0;
    int open = 0;
    for (Statement part : some.parts()) {
      Truth truth = evaluate(part, known);
      holding += truth == Truth.TRUE ? 1 : 0;
      open += truth == Truth.UNKNOWN ? 1 : 0;
    }
    if (holding >= some.needed()) {
      return Truth.TRUE;
    }
    return holding + open < some.needed() ? Truth.FALSE : Truth.UNKNOWN;
  }

  private static Statement any(Tokens tokens) throws NotUnderstood {
    List<Statement> parts = new ArrayList<>();
    do {
      parts.add(all(tokens));
    } while (tokens.take("OR"));
    return parts.size() == 1 ? parts.get(0) : new Statement.Any(parts);
  }

  private static Statement all(Tokens tokens) throws NotUnderstood {
    List<Statement> parts = new ArrayList<>();
    do {
      parts.add(single(tokens));
    } while (tokens.take("AND"));
    return parts.size() == 1 ? parts.get(0) : new Statement.All(parts);
  }

  private static Statement single(Tokens tokens) throws NotUnderstood {
    if (tokens.take("NOT")) {
      return new Statement.Not(tokens.nested(AlarmRule::single));
    }
    if (tokens.take("(")) {
      Statement inner = tokens.nested(AlarmRule::any);
      tokens.expect(")");
      return inner;
    }
    if (tokens.take("TRUE")) {
      return new Statement.Constant(Truth.TRUE);
    }
    if (tokens.take("FALSE")) {
      return new Statement.Constant(Truth.FALSE);
    }
    if (tokens.take("AT_LEAST")) {
      return atLeast(tokens);
    }
    String state = state(tokens);
    tokens.expect("(");
    String alarm = alarm(tokens);
    tokens.expect(")");
    return new Statement.InState(state, alarm);
  }

  private static Statement atLeast(Tokens tokens) throws NotUnderstood {
    tokens.expect("(");
    String threshold = tokens.next();
    tokens.expect(",");
    boolean negated = tokens.take("NOT");
    String state = state(tokens);
    tokens.expect(",");
    tokens.expect("(");
    List<Statement> parts = new ArrayList<>();
    do {
      Statement part = new Statement.InState(state, alarm(tokens));
      parts.add(negated ? new Statement.Not(part) : part);
    } while (tokens.take(","));
    tokens.expect(")");
    tokens.expect(")");
    return new Statement.AtLeast(needed(threshold, parts.size()), parts);
  }

  private static int needed(String threshold, int parts) throws NotUnderstood {
    if (!threshold.matches("\\d{1,3}%?")) {
      throw new NotUnderstood();
    }
    if (!threshold.endsWith("%")) {
      return Integer.parseInt(threshold);
    }
    int percent = Integer.parseInt(threshold.substring(0, threshold.length() - 1));
    return (percent * parts + 99) / 100;
  }

  private static String state(Tokens tokens) throws NotUnderstood {
    String state = tokens.next();
    if (!STATES.contains(state)) {
      throw new NotUnderstood();
    }
    return state;
  }

  private static String alarm(Tokens tokens) throws NotUnderstood {
    if (tokens.atText()) {
      return tokens.text();
    }
    String name = tokens.next();
    if (Set.of("(", ")", ",").contains(name)) {
      throw new NotUnderstood();
    }
    return name;
  }
}
