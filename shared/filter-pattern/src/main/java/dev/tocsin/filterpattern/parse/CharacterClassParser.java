package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.CodePoints;
import dev.tocsin.filterpattern.syntax.CodePoints.Range;
import java.util.List;

/** Reads {@code [a-z]} and what follows a backslash; all classes are ASCII. */
final class CharacterClassParser {
  private static final CodePoints DIGIT = new CodePoints(List.of(new Range('0', '9')));
  private static final CodePoints WORD =
      new CodePoints(
          List.of(
              new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z')));

  /** Without the vertical tab, on which engines differ. */
  private static final CodePoints SPACE =
      new CodePoints(List.of(new Range('\t', '\n'), new Range('\f', '\r'), new Range(' ', ' ')));

  /** What may stand in brackets without a backslash, besides what is literal outside too. */
  private static final String BRACKET_LITERALS = "$?{}|*+.^";

  private static final String ESCAPABLE = "^$?[]{}|\\*+.:_#=@/;,- ";

  private final Cursor cursor;

  CharacterClassParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Precondition: a backslash stands here. */
  CodePoints escaped() throws Refusal {
    int start = cursor.offset();
    cursor.take("\\");
    char c = cursor.peek();
    if (c == '(' || c == ')') {
      throw cursor.refuse(Expected.ESCAPE, Fix.ESCAPE);
    }
    cursor.moveTo(Math.min(cursor.offset() + 1, cursor.text().length()));
    return switch (c) {
      case 'd' -> DIGIT;
      case 'D' -> DIGIT.complement();
      case 's' -> SPACE;
      case 'S' -> SPACE.complement();
      case 'w' -> WORD;
      case 'W' -> WORD.complement();
      case 'x' -> hexadecimal();
      default -> {
        if (ESCAPABLE.indexOf(c) < 0) {
          throw cursor.refuseAt(start + 1, Expected.ESCAPE, Fix.ESCAPE);
        }
        yield CodePoints.of(c);
      }
    };
  }

  private CodePoints hexadecimal() throws Refusal {
    int start = cursor.offset();
    int value = 0;
    for (int i = 0; i < 2; i++) {
      int digit = cursor.peek() < 128 ? Character.digit(cursor.peek(), 16) : -1;
      if (digit < 0) {
        throw cursor.refuseAt(start, Expected.HEX, Fix.HEX);
      }
      value = value * 16 + digit;
      cursor.moveTo(cursor.offset() + 1);
    }
    return CodePoints.of(value);
  }

  /** Precondition: a {@code [} stands here. Stops behind the {@code ]}. */
  CodePoints bracketed() throws Refusal {
    cursor.take("[");
    boolean negated = cursor.take("^");
    if (cursor.looksAt("]")) {
      throw cursor.refuse(Expected.CLASS_END, Fix.CLASS);
    }
    CodePoints members = new CodePoints(List.of());
    while (!cursor.take("]")) {
      members = members.union(member());
    }
    return negated ? members.complement() : members;
  }

  /** One character, one class such as {@code \d}, or a range. */
  private CodePoints member() throws Refusal {
    int start = cursor.offset();
    CodePoints first = single();
    if (!cursor.looksAt("-") || cursor.looksAt("-]")) {
      return first;
    }
    cursor.take("-");
    CodePoints last = single();
    if (!isOne(first) || !isOne(last) || lowest(first) > lowest(last)) {
      throw cursor.refuseAt(start, Expected.RANGE, Fix.RANGE);
    }
    return new CodePoints(List.of(new Range(lowest(first), lowest(last))));
  }

  private CodePoints single() throws Refusal {
    char c = cursor.peek();
    if (c == '\\') {
      return escaped();
    }
    if (c == '%' || cursor.atEnd()) {
      throw cursor.refuse(Expected.CLASS_END, Fix.CLASS);
    }
    if (c == '[') {
      throw cursor.refuse(Expected.CLASS_END, Fix.ESCAPE_IT.formatted(c));
    }
    if (!RegexParser.isLiteral(c) && BRACKET_LITERALS.indexOf(c) < 0) {
      throw cursor.refuse(Expected.REGEX_CHARACTER, Fix.REGEX_CHARACTER);
    }
    cursor.moveTo(cursor.offset() + 1);
    return CodePoints.of(c);
  }

  private static boolean isOne(CodePoints set) {
    return set.ranges().size() == 1 && lowest(set) == set.ranges().get(0).last();
  }

  private static int lowest(CodePoints set) {
    return set.ranges().get(0).first();
  }
}
