package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.RegexNode;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads <code>%regex%</code> in AWS's subset: no groups, no stacked quantifiers, a short list of
 * characters. Where engines differ ({@code []a]}, a bare <code>{</code>, an empty alternative) and
 * AWS's answer is not known, the text is refused.
 */
final class RegexParser {
  /** As in RE2, whose refusals AWS's recorded ones resemble. */
  private static final int MAX_REPETITION = 1000;

  /** Our own bound on the work a regular expression can cause. */
  private static final int MAX_POSITIONS = 2000;

  private static final String LITERALS = ":_#=@/;,- ";
  private static final CodePoints ANY = CodePoints.of('\n').complement();

  private final Cursor cursor;
  private final CharacterClassParser classes;
  private int positions;

  RegexParser(Cursor cursor) {
    this.cursor = cursor;
    this.classes = new CharacterClassParser(cursor);
  }

  /** Precondition: a {@code %} stands here. Stops behind the closing one. */
  Value.Regex parse() throws Refusal {
    int start = cursor.offset();
    cursor.take("%");
    if (cursor.looksAt("%")) {
      throw cursor.refuse(Expected.REGEX, Fix.REGEX_EMPTY);
    }
    if (cursor.text().indexOf('%', start + 1) < 0) {
      throw cursor.refuseAt(cursor.text().length(), Expected.PERCENT, Fix.PERCENT.formatted(start));
    }
    List<RegexNode> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (cursor.take("|"));
    String written = cursor.text().substring(start + 1, cursor.offset());
    cursor.take("%");
    RegexNode syntax =
        alternatives.size() == 1 ? alternatives.get(0) : new RegexNode.Choice(alternatives);
    return new Value.Regex(written, syntax);
  }

  private RegexNode sequence() throws Refusal {
    List<RegexNode> parts = new ArrayList<>();
    while (!cursor.looksAt("|") && !cursor.looksAt("%")) {
      parts.add(part());
    }
    if (parts.isEmpty()) {
      throw cursor.refuse(Expected.REGEX, Fix.ALTERNATIVE);
    }
    return new RegexNode.Sequence(parts);
  }

  private RegexNode part() throws Refusal {
    RegexNode node;
    if (cursor.take("^")) {
      node = new RegexNode.Start();
    } else if (cursor.take("$")) {
      node = new RegexNode.End();
    } else {
      int start = cursor.offset();
      RegexNode.Characters characters = new RegexNode.Characters(one());
      node = repeated(characters, start);
    }
    if (isQuantifier(cursor.peek())) {
      throw cursor.refuse(Expected.REPEATED, Fix.QUANTIFIER);
    }
    return node;
  }

  private CodePoints one() throws Refusal {
    char c = cursor.peek();
    if (cursor.take(".")) {
      return ANY;
    }
    if (cursor.looksAt("[")) {
      return classes.bracketed();
    }
    if (cursor.looksAt("\\")) {
      return classes.escaped();
    }
    if (isLiteral(c)) {
      cursor.moveTo(cursor.offset() + 1);
      return CodePoints.of(c);
    }
    throw notAPart(c);
  }

  /** Whether the character stands for itself, inside brackets or outside. */
  static boolean isLiteral(char c) {
    return Cursor.isWordCharacter(c) || LITERALS.indexOf(c) >= 0;
  }

  private static boolean isQuantifier(char c) {
    return c == '*' || c == '+' || c == '?' || c == '{';
  }

  private Refusal notAPart(char c) {
    if (isQuantifier(c)) {
      return cursor.refuse(Expected.REPEATED, Fix.QUANTIFIER);
    }
    if (c == '(' || c == ')') {
      return cursor.refuse(Expected.REGEX_CHARACTER, Fix.GROUP);
    }
    if (c == ']' || c == '}') {
      return cursor.refuse(Expected.REGEX_CHARACTER, Fix.ESCAPE_IT.formatted(c));
    }
    return cursor.refuse(Expected.REGEX_CHARACTER, Fix.REGEX_CHARACTER);
  }

  private RegexNode repeated(RegexNode.Characters characters, int start) throws Refusal {
    if (!isQuantifier(cursor.peek())) {
      count(1, start);
      return characters;
    }
    int min = 0;
    OptionalInt max = OptionalInt.empty();
    if (cursor.take("+")) {
      min = 1;
    } else if (cursor.take("?")) {
      max = OptionalInt.of(1);
    } else if (!cursor.take("*")) {
      int open = cursor.offset();
      cursor.take("{");
      min = number(open);
      if (!cursor.take(",")) {
        max = OptionalInt.of(min);
      } else if (!cursor.looksAt("}")) {
        max = OptionalInt.of(number(open));
      }
      if (!cursor.take("}") || max.orElse(min) < min) {
        throw cursor.refuseAt(open, Expected.REPETITION, Fix.REPETITION);
      }
    }
    cursor.take("?");
    count(Math.max(max.orElse(min), 1), start);
    return new RegexNode.Repeat(characters, min, max);
  }

  private int number(int open) throws Refusal {
    String digits = cursor.takeDigits();
    if (digits.isEmpty() || digits.length() > 4 || Integer.parseInt(digits) > MAX_REPETITION) {
      throw cursor.refuseAt(open, Expected.REPETITION, Fix.REPETITION);
    }
    return Integer.parseInt(digits);
  }

  private void count(int more, int start) throws Refusal {
    positions += more;
    if (positions > MAX_POSITIONS) {
      throw cursor.refuseAt(start, Expected.SMALL_REGEX, Fix.SMALL_REGEX);
    }
  }
}
