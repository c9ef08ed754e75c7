package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.ParseProblem;
import java.util.Locale;

/** A place in the pattern text that moves forward. */
final class Cursor {
  /** Longer finds are cut in messages. */
  private static final int LONGEST_FIND = 40;

  private final String text;
  private int offset;

  Cursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int offset() {
    return offset;
  }

  void moveTo(int newOffset) {
    offset = newOffset;
  }

  boolean atEnd() {
    return offset == text.length();
  }

  /** The character here, or NUL at the end (a NUL in the text is accepted nowhere either). */
  char peek() {
    return charAt(offset);
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  boolean looksAt(String symbol) {
    return text.startsWith(symbol, offset);
  }

  /** Moves behind the symbol if it stands here. */
  boolean take(String symbol) {
    if (!looksAt(symbol)) {
      return false;
    }
    offset += symbol.length();
    return true;
  }

  void skipBlanks() {
    while (isBlank(peek())) {
      offset++;
    }
  }

  /** Whether the keyword stands here in any case, as a word of its own. */
  boolean looksAtWord(String keyword) {
    return word().toUpperCase(Locale.ROOT).equals(keyword);
  }

  /** Moves behind the keyword if it stands here in any case, as a word of its own. */
  boolean takeWord(String keyword) {
    if (!looksAtWord(keyword)) {
      return false;
    }
    offset += keyword.length();
    return true;
  }

  /** The run of letters, digits, {@code _} and {@code -} that begins here; may be empty. */
  String word() {
    return text.substring(offset, wordEnd(offset));
  }

  /** Moves behind the {@link #word}. */
  String takeWord() {
    return takeWhile(Cursor::isWordCharacter);
  }

  /** Moves behind the run of decimal digits that begins here; may be empty. */
  String takeDigits() {
    return takeWhile(Cursor::isDigit);
  }

  /** Moves to the next such character, or to the end. */
  String takeUntil(char stop) {
    return takeWhile(c -> c != stop);
  }

  /** Moves behind the run of such characters that begins here; may be empty. */
  String takeWhile(CharacterTest test) {
    int start = offset;
    while (offset < text.length() && test.accepts(text.charAt(offset))) {
      offset++;
    }
    return text.substring(start, offset);
  }

  /** A set of UTF-16 characters. */
  interface CharacterTest {
    boolean accepts(char c);
  }

  private int wordEnd(int start) {
    int end = start;
    while (isWordCharacter(charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isWordCharacter(char c) {
    return isDigit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' || c == '-';
  }

  static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }

  Refusal refuse(String expected, String fix) {
    return refuseAt(offset, expected, fix);
  }

  Refusal refuseAt(int where, String expected, String fix) {
    String better = Invisible.is(charAt(where)) ? Fix.INVISIBLE : fix;
    return new Refusal(new ParseProblem(text, where, expected, found(where), better));
  }

  /** What stands at the offset, in words. */
  private String found(int where) {
    if (where == text.length()) {
      return "the end of the pattern";
    }
    char c = text.charAt(where);
    if (isBlank(c)) {
      return c == ' ' ? "a blank" : c == '\t' ? "a tab" : "a line break";
    }
    if (Invisible.is(c)) {
      return String.format(Locale.ROOT, "the invisible character U+%04X", (int) c);
    }
    int end = wordEnd(where);
    if (end == where) {
      end = where + Character.charCount(text.codePointAt(where));
      while (isOperatorCharacter(c) && isOperatorCharacter(charAt(end))) {
        end++;
      }
    }
    int shown = Math.min(end, where + LONGEST_FIND);
    return "`" + text.substring(where, shown) + (shown < end ? "…" : "") + "`";
  }

  private static boolean isOperatorCharacter(char c) {
    return "=!<>~&|".indexOf(c) >= 0;
  }
}
