package dev.tocsin.filterpattern.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Reads the text of a number and compares it with a bound on the way. A text has one of three
 * forms, and it is not known which until it is nearly over, so two comparisons run side by side:
 * digit by digit with the bound written out, which counts if no exponent follows ({@code 125},
 * {@code 12.5}), and with the bound's significant digits, which counts if one does ({@code
 * 1.25E10}). {@code Infinity} compares with nothing.
 *
 * <p>For the bound 12.5 (whole {@code 12}, fraction {@code 5}, significant {@code 125}, exponent 1)
 * the text {@code 1.3E1} is read like this:
 *
 * <pre>{@code
 * read   phase          order of plain digits      order of significant digits
 * 1      INTEGER        equal to "1"               equal to "1"
 * .      POINT          less: 1 digit, not 2       equal
 * 3      FRACTION       less                       greater: 3 > 2
 * E      EXPONENT_MARK  out of use                 greater
 * 1      EXPONENT       exponents are equal: 1     greater, so the number is
 * }</pre>
 */
final class NumberAutomaton implements Automaton<NumberAutomaton.State> {

  private enum Phase {
    START,
    SIGNED,
    ZERO,
    INTEGER,
    POINT,
    FRACTION,
    EXPONENT_MARK,
    EXPONENT_SIGNED,
    EXPONENT,
    INFINITY,
    DEAD
  }

  /**
   * How far the text is read and how it compares so far.
   *
   * @param read digits read of the part at hand, as far as they matter
   * @param order of the digits read, compared with as many of the bound
   * @param mantissa the same for the significant digits, while an exponent may still follow
   * @param complete whether the text may end here, or the mantissa: no number has needless zeros
   */
  record State(
      Phase phase,
      boolean negative,
      int read,
      int order,
      int mantissa,
      boolean negativeExponent,
      boolean complete) {

    State to(Phase next) {
      return to(next, read, order);
    }

    State to(Phase next, int digits, int sign) {
      return new State(next, negative, digits, sign, mantissa, negativeExponent, complete);
    }
  }

  private static final State DEAD = new State(Phase.DEAD, false, 0, 0, 0, false, false);
  private static final String INFINITY = "Infinity";

  /** Farther from 1 than the exponent of any number but a huge or a tiny bound. */
  private static final int EXTREME = 400;

  /** Digits before the point of a number that is written with one and without an exponent. */
  private static final int MOST_PLAIN_DIGITS = 7;

  /** {@code Double.toString} writes an exponent from 1.0E7 on, and below 1.0E-3. */
  private static final int LEAST_POSITIVE = '7';

  /** See {@link #LEAST_POSITIVE}: the largest such number has the exponent -4. */
  private static final int LEAST_NEGATIVE = '4';

  /** Digits of the exponents of doubles, which go from -324 to 308. */
  private static final int MOST_EXPONENT_DIGITS = 3;

  /** Marks that no exponent can follow, or that the mantissa's order is out of use. */
  private static final int UNUSED = 9;

  private final Optional<BigDecimal> bound;
  private final IntPredicate wanted;
  private String significant = "";
  private int exponent = -EXTREME - 1;
  private String whole = "";
  private String fraction = "";

  /** Accepts what compares with the bound as wanted; every number if there is no bound. */
  NumberAutomaton(Optional<BigDecimal> bound, IntPredicate wanted) {
    this.bound = bound;
    this.wanted = wanted;
    bound.filter(value -> value.signum() != 0).ifPresent(this::spell);
  }

  private void spell(BigDecimal value) {
    significant = value.abs().unscaledValue().toString().replaceFirst("0+$", "");
    long adjusted = (long) value.precision() - value.scale() - 1;
    exponent = (int) Math.max(-EXTREME, Math.min(EXTREME, adjusted));
    if (exponent < 0) {
      fraction = "0".repeat(-exponent - 1) + significant;
      return;
    }
    int digits = exponent + 1;
    int given = Math.min(digits, significant.length());
    whole = significant.substring(0, given) + "0".repeat(digits - given);
    fraction = significant.substring(given);
  }

  @Override
  public State start() {
    return new State(Phase.START, false, 0, 0, UNUSED, false, true);
  }

  @Override
  public State next(State state, int c) {
    boolean digit = '0' <= c && c <= '9';
    return switch (state.phase()) {
      case START ->
          c == '-' ? new State(Phase.SIGNED, true, 0, 0, UNUSED, false, true) : begin(state, c);
      case SIGNED -> begin(state, c);
      case ZERO -> c == '.' ? state.to(Phase.POINT, 0, whole.isEmpty() ? 0 : -1) : DEAD;
      case INTEGER -> digit ? integer(state, c) : c == '.' ? point(state) : mark(state, c);
      case POINT -> digit ? fraction(state, c) : DEAD;
      case FRACTION -> digit ? fraction(state, c) : mark(state, c);
      case EXPONENT_MARK ->
          c == '-'
              ? new State(
                  Phase.EXPONENT_SIGNED, state.negative(), 0, 0, state.mantissa(), true, false)
              : beginExponent(state, c);
      case EXPONENT_SIGNED -> beginExponent(state, c);
      case EXPONENT -> digit ? exponent(state, c) : DEAD;
      case INFINITY ->
          state.read() < INFINITY.length() && INFINITY.charAt(state.read()) == c
              ? state.to(Phase.INFINITY, state.read() + 1, 0)
              : DEAD;
      case DEAD -> DEAD;
    };
  }

  private State begin(State state, int c) {
    if (c == 'I' && bound.isEmpty()) {
      return state.to(Phase.INFINITY, 1, 0);
    }
    if (c == '0') {
      return state.to(Phase.ZERO);
    }
    return '1' <= c && c <= '9' ? integer(state.to(Phase.INTEGER), c) : DEAD;
  }

  private State integer(State state, int c) {
    int position = state.read();
    int order = state.order();
    if (order == 0 && position < whole.length()) {
      order = Integer.compare(c, whole.charAt(position));
    }
    int mantissa = position == 0 ? compareAt(significant, 0, c) : UNUSED;
    int read = Math.min(position + 1, Math.max(whole.length(), MOST_PLAIN_DIGITS) + 1);
    return new State(Phase.INTEGER, state.negative(), read, order, mantissa, false, true);
  }

  private static int compareAt(String digits, int position, int c) {
    return Integer.compare(c, position < digits.length() ? digits.charAt(position) : '0');
  }

  /** The order of the integer part as a whole: a longer one is larger. */
  private int integerOrder(State state) {
    int length = Integer.compare(state.read(), whole.length());
    return length != 0 ? length : state.order();
  }

  private State point(State state) {
    if (state.read() > MOST_PLAIN_DIGITS) {
      return DEAD;
    }
    return state.to(Phase.POINT, 0, integerOrder(state));
  }

  private State fraction(State state, int c) {
    int position = state.read();
    int order = state.order() == 0 ? compareAt(fraction, position, c) : state.order();
    int mantissa =
        state.mantissa() == 0 ? compareAt(significant, position + 1, c) : state.mantissa();
    int longest = Math.max(fraction.length(), significant.length());
    boolean settled = order != 0 && mantissa != 0;
    int read = settled ? 0 : Math.min(position + 1, longest + 1);
    boolean complete = c != '0' || state.phase() == Phase.POINT;
    return new State(Phase.FRACTION, state.negative(), read, order, mantissa, false, complete);
  }

  private State mark(State state, int c) {
    boolean mantissaEnds =
        state.phase() == Phase.FRACTION && state.complete() && state.mantissa() != UNUSED;
    return c == 'E' && mantissaEnds
        ? new State(Phase.EXPONENT_MARK, state.negative(), 0, 0, mantissaOrder(state), false, false)
        : DEAD;
  }

  private int mantissaOrder(State state) {
    boolean more = state.read() + 1 < significant.length();
    return state.mantissa() == 0 && more ? -1 : state.mantissa();
  }

  private State beginExponent(State state, int c) {
    return '1' <= c && c <= '9' ? exponent(state.to(Phase.EXPONENT), c) : DEAD;
  }

  private State exponent(State state, int c) {
    String digits = Integer.toString(Math.abs(exponent));
    int order =
        state.order() == 0 && state.read() < digits.length()
            ? Integer.compare(c, digits.charAt(state.read()))
            : state.order();
    int read = state.read() + 1;
    boolean complete =
        read > 1 || c >= (state.negativeExponent() ? LEAST_NEGATIVE : LEAST_POSITIVE);
    return read > MOST_EXPONENT_DIGITS
        ? DEAD
        : new State(
            Phase.EXPONENT,
            state.negative(),
            read,
            order,
            state.mantissa(),
            state.negativeExponent(),
            complete);
  }

  @Override
  public boolean accepts(State state) {
    if (!state.complete()) {
      return false;
    }
    if (state.phase() == Phase.INFINITY) {
      return state.read() == INFINITY.length();
    }
    Optional<Integer> order = magnitudeOrder(state);
    if (order.isEmpty() || bound.isEmpty()) {
      return order.isPresent();
    }
    int sign = bound.get().signum();
    int result;
    if (state.negative()) {
      result = sign < 0 ? -order.get() : sign > 0 ? -1 : -Math.abs(order.get());
    } else {
      result = sign < 0 ? 1 : order.get();
    }
    return wanted.test(result);
  }

  /** How the text without its sign compares with the bound without its sign; empty if no number. */
  private Optional<Integer> magnitudeOrder(State state) {
    return switch (state.phase()) {
      case ZERO -> Optional.of(significant.isEmpty() ? 0 : -1);
      case INTEGER -> {
        int order = integerOrder(state);
        yield Optional.of(order == 0 && !fraction.isEmpty() ? -1 : order);
      }
      case FRACTION -> {
        boolean more = state.order() == 0 && state.read() < fraction.length();
        yield Optional.of(more ? -1 : state.order());
      }
      case EXPONENT -> Optional.of(exponentOrder(state));
      default -> Optional.empty();
    };
  }

  private int exponentOrder(State state) {
    if (state.negativeExponent() != exponent < 0) {
      return state.negativeExponent() ? -1 : 1;
    }
    int length = Integer.compare(state.read(), Integer.toString(Math.abs(exponent)).length());
    int order = length != 0 ? length : state.order();
    return order == 0 ? state.mantissa() : state.negativeExponent() ? -order : order;
  }

  @Override
  public SortedSet<Integer> boundaries() {
    SortedSet<Integer> boundaries = new TreeSet<>();
    ("0123456789-.E" + INFINITY)
        .codePoints()
        .forEach(
            c -> {
              boundaries.add(c);
              boundaries.add(c + 1);
            });
    return boundaries;
  }
}
