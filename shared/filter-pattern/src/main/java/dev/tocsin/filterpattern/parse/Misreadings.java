package dev.tocsin.filterpattern.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what the writer of a JSON pattern meant, for the fix that goes with a problem. */
final class Misreadings {
  private static final Pattern SWAPPED =
      Pattern.compile("(\"[^\"]*\"|[\\w.*-]+)\\s*(!?=)\\s*(\\$[\\w.*\\[\\]'-]+).*", Pattern.DOTALL);
  private static final Pattern LAST_WORD = Pattern.compile("([\\w.*-]+)\\s+$");
  private static final Pattern KEYWORD_END =
      Pattern.compile(".+(NOT|IS)", Pattern.CASE_INSENSITIVE);

  private final Cursor cursor;

  Misreadings(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The problem where a condition should begin but no {@code $} stands. */
  Refusal notACondition() {
    String rest = cursor.text().substring(cursor.offset());
    Matcher swapped = SWAPPED.matcher(rest);
    if (swapped.matches()) {
      return refuse(Fix.SWAPPED.formatted(swapped.group(3), swapped.group(2), swapped.group(1)));
    }
    if (cursor.looksAt("!") || cursor.looksAtWord("NOT")) {
      return refuse(Fix.NEGATION);
    }
    String word = cursor.word();
    return refuse(word.isEmpty() ? Fix.CONDITION : Fix.DOLLAR.formatted(word));
  }

  private Refusal refuse(String fix) {
    return cursor.refuse(Expected.CONDITION, fix);
  }

  /**
   * The problem where an operator should follow.
   *
   * @param selector the selector before it, as written
   */
  Refusal notAnOperator(String selector) {
    String fix = Fix.OPERATOR;
    Matcher glued = KEYWORD_END.matcher(selector);
    String word = cursor.word();
    if (cursor.looksAtWord("EXISTS") || cursor.looksAtWord("TRUE") || cursor.looksAtWord("NULL")) {
      fix = glued.matches() ? Fix.GLUED.formatted(glued.group(1)) : Fix.EXISTS;
    } else if (!word.isEmpty() || cursor.looksAt(".") || cursor.looksAt("[")) {
      String rest = cursor.takeWhile(c -> Cursor.isWordCharacter(c) || ".[]*'".indexOf(c) >= 0);
      cursor.moveTo(cursor.offset() - rest.length());
      fix = Fix.SELECTOR_BLANK.formatted(selector, rest);
    }
    return cursor.refuse(Expected.OPERATOR, fix);
  }

  /**
   * The problem where a condition has ended and neither an operator nor the end follows.
   *
   * @param close the fix if what is open should just be closed
   */
  Refusal notJoined(String expected, String close) {
    return cursor.refuse(expected, joinFix(close));
  }

  private String joinFix(String close) {
    if (cursor.looksAtWord("AND") || cursor.looksAt("&")) {
      return Fix.AND;
    }
    if (cursor.looksAtWord("OR") || cursor.looksAt("|")) {
      return Fix.OR;
    }
    if (cursor.looksAt("$") || cursor.looksAt("(")) {
      return Fix.JOIN;
    }
    if (cursor.looksAt(")")) {
      return Fix.OPEN;
    }
    String word = cursor.word();
    Matcher before = LAST_WORD.matcher(cursor.text().substring(0, cursor.offset()));
    if (!word.isEmpty() && before.find()) {
      return Fix.TWO_WORDS.formatted(before.group(1), word);
    }
    return close;
  }
}
