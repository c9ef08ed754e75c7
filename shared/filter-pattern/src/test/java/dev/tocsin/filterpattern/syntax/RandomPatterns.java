package dev.tocsin.filterpattern.syntax;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Small random syntax trees of every kind, as a parser can give them. */
public final class RandomPatterns {
  private static final String[] NAMES = {"a", "b", "a-b", "cluster.name", "NOT", "9"};
  private static final String[] WORDS = {"x", "xy", "*x", "x*", "*", "x*y", "true", "-", "1.2.3.4"};
  private static final String[] QUOTED = {
    "", "x", "x y", "*x*", "\\\"", "\\\\", "1", "1.0", "é", "\\n"
  };
  private static final String[] NUMERALS = {
    "0", "1", "-1", "+1", "1.0", "1.", ".5", "1e3", "1e309"
  };
  private static final String[] REGEXES = {"x", "^x|y$", "[^a-c]{2,3}", "\\d+", ".*", "^$"};
  private static final String[] TERMS = {"x", "a.b", "two words", "\"", "\\", "é", " ", "-"};

  private final Random random;
  private int wildcards;
  private int regexes;

  public RandomPatterns(Random random) {
    this.random = random;
  }

  /** The next pattern, of any kind. */
  public Pattern next() {
    wildcards = 0;
    regexes = 0;
    return switch (random.nextInt(6)) {
      case 0 -> terms();
      case 1 -> new Pattern.SpaceDelimited(columns());
      case 2 -> new Pattern.StandaloneRegex(regex());
      default -> new Pattern.Json(expression(3));
    };
  }

  /** The next JSON pattern. */
  public Pattern nextJson() {
    wildcards = 0;
    regexes = 0;
    return new Pattern.Json(expression(3));
  }

  private Expression expression(int depth) {
    int kind = depth == 0 ? 9 : random.nextInt(10);
    if (kind < 3) {
      return new Expression.And(some(2, 3, () -> expression(depth - 1)));
    }
    if (kind < 6) {
      return new Expression.Or(some(2, 3, () -> expression(depth - 1)));
    }
    if (kind == 6) {
      return new Expression.State(selector(), pick(Expression.State.Kind.values()));
    }
    Operator operator = pick(Operator.values());
    return new Expression.Comparison(selector(), operator, value(operator));
  }

  private Selector selector() {
    List<Step> steps = new ArrayList<>(List.of(new Step.Name(pick(NAMES))));
    boolean wildcard = false;
    for (int i = random.nextInt(3); i > 0; i--) {
      if (!wildcard && wildcards < 3 && random.nextInt(3) == 0) {
        wildcard = true;
        wildcards++;
        steps.add(new Step.Wildcard());
      } else if (random.nextInt(3) == 0) {
        steps.add(new Step.Index(random.nextInt(2)));
      } else {
        steps.add(new Step.Name(pick(NAMES)));
      }
    }
    return new Selector(steps);
  }

  private Value value(Operator operator) {
    boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    int kind = ordering ? 0 : random.nextInt(8);
    if (kind == 0) {
      String written = pick(NUMERALS);
      return new Value.Numeral(written, new BigDecimal(written));
    }
    if (kind == 1 && regexes < 2) {
      regexes++;
      return regex();
    }
    return kind < 5 ? new Value.Text(pick(WORDS), false) : new Value.Text(pick(QUOTED), true);
  }

  /** The tree of a regular expression is the parser's business, so the parser makes it. */
  private Value.Regex regex() {
    Pattern pattern = FilterPattern.of("%" + pick(REGEXES) + "%").syntax();
    return ((Pattern.StandaloneRegex) pattern).regex();
  }

  private Pattern terms() {
    List<String> all = some(0, 2, () -> pick(TERMS));
    List<String> none = some(0, 2, () -> pick(TERMS));
    return new Pattern.Terms(
        all, some(all.isEmpty() && none.isEmpty() ? 1 : 0, 2, () -> pick(TERMS)), none);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    int ellipsis = random.nextInt(8);
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = random.nextInt(4) == 0 && count > 1 ? "" : "c" + i;
      boolean condition = !name.isEmpty() && random.nextBoolean();
      columns.add(
          i == ellipsis
              ? new Column.Ellipsis()
              : new Column.Named(name, condition ? Optional.of(condition()) : Optional.empty()));
    }
    return columns;
  }

  private Column.Condition condition() {
    return switch (random.nextInt(3)) {
      case 0 -> comparison();
      case 1 -> new Column.Condition.And(some(2, 3, this::comparison));
      default ->
          new Column.Condition.Or(
              some(
                  2,
                  3,
                  () ->
                      random.nextBoolean()
                          ? comparison()
                          : new Column.Condition.And(some(2, 2, this::comparison))));
    };
  }

  private Column.Condition.Comparison comparison() {
    Operator operator = pick(Operator.values());
    return new Column.Condition.Comparison(operator, value(operator));
  }

  private <T> List<T> some(int least, int most, Supplier<? extends T> one) {
    List<T> list = new ArrayList<>();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      list.add(one.get());
    }
    return list;
  }

  @SafeVarargs
  private <T> T pick(T... options) {
    return options[random.nextInt(options.length)];
  }
}
