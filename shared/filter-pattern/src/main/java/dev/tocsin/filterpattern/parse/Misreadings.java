package dev.tocsin.filterpattern.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what the writer of a JSON pattern meant, for the fix that goes with a problem. */
final class Misreadings {
  private static final Pattern SWAPPED =
      Pattern.compile("(\"[^\"]*\"|[\\w.*-]+)\\s*(!?=)\\s*(\\$[\\w.*\\[\\]'-]+).*", Pattern.DOTALL);
  private static final Pattern LAST_WORD = Pattern.compile("([\\w.*-]+)\\s+$");
  private static final Pattern KEYWORD_END =
      Pattern.compile(".+(NOT|IS)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LAST_CONDITION =
      Pattern.compile("(\\$[\\w.\\[\\]*-]+)\\s*(!?=)\\s*[^=&|()]+(?:&&|\\|\\|)\\s*$");
  private static final Pattern LONE_VALUE =
      Pattern.compile("(\"[^\"]*\"|[\\w.*-]+)\\s*(?:[)}]|&&|\\|\\||$)");
  private static final Pattern QUOTED_SELECTOR =
      Pattern.compile("[\"'](?:\\$\\.)?([\\w.]+)[\"']\\s*(?:[=!<>]|(?i:IS|NOT)\\s)");
  private static final Pattern SEPARATED = Pattern.compile("[,;]\\s*[($]");
  private static final Pattern DANGLING = Pattern.compile("(&&|\\|\\|)\\s*$");

  /** What people write for operators in other languages, in capitals, and how to say it here. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("EQUALS", "write `=`"),
          Map.entry("EQ", "write `=`"),
          Map.entry("NE", "write `!=`"),
          Map.entry("CONTAINS", "write `= \"*text*\"`"),
          Map.entry("LIKE", "write `= \"*text*\"`"),
          Map.entry("STARTSWITH", "write `= \"text*\"`"),
          Map.entry("STARTS", "write `= \"text*\"`"),
          Map.entry("BEGINS", "write `= \"text*\"`"),
          Map.entry("ENDSWITH", "write `= \"*text\"`"),
          Map.entry("ENDS", "write `= \"*text\"`"),
          Map.entry("MATCHES", Fix.REGEX_OPERATOR),
          Map.entry("IN", "write one condition for each value, joined with `||`"),
          Map.entry("NOT_EXISTS", "write `NOT EXISTS`"),
          Map.entry("NOTEXISTS", "write `NOT EXISTS`"),
          Map.entry("MISSING", "write `NOT EXISTS`"),
          Map.entry("DOES", "write `NOT EXISTS`"));

  private final Cursor cursor;

  Misreadings(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The problem where a condition should begin but no {@code $} stands. */
  Refusal notACondition() {
    String rest = rest();
    Matcher swapped = SWAPPED.matcher(rest);
    if (swapped.matches()) {
      return refuse(Fix.SWAPPED.formatted(swapped.group(3), swapped.group(2), swapped.group(1)));
    }
    if (cursor.looksAt("!") || cursor.looksAtWord("NOT")) {
      return refuse(Fix.NEGATION);
    }
    Matcher before = LAST_CONDITION.matcher(cursor.text().substring(0, cursor.offset()));
    Matcher value = LONE_VALUE.matcher(rest);
    if (before.find() && value.lookingAt()) {
      return refuse(Fix.REPEAT.formatted(before.group(1), before.group(2), value.group(1)));
    }
    Matcher quoted = QUOTED_SELECTOR.matcher(rest);
    if (quoted.lookingAt()) {
      return refuse(Fix.QUOTED_SELECTOR.formatted(quoted.group(1)));
    }
    for (String join : List.of("&&", "||")) {
      if (cursor.looksAt(join)) {
        return refuse(Fix.REMOVE.formatted(join));
      }
    }
    Matcher dangling = DANGLING.matcher(cursor.text().substring(0, cursor.offset()));
    if (dangling.find() && (cursor.looksAt("}") || cursor.looksAt(")"))) {
      return refuse(Fix.DANGLING.formatted(dangling.group(1)));
    }
    if (cursor.looksAt("[")) {
      return refuse(Fix.PARENTHESES);
    }
    if (cursor.looksAt(".")) {
      return refuse(Fix.DOLLAR.formatted(rest.substring(1).replaceFirst("(?s)[^\\w.].*", "")));
    }
    String word = cursor.word();
    if (rest.startsWith("(", word.length()) && !word.isEmpty()) {
      return refuse(Fix.FUNCTION);
    }
    return refuse(word.isEmpty() ? Fix.CONDITION : Fix.DOLLAR.formatted(word));
  }

  private String rest() {
    return cursor.text().substring(cursor.offset());
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
    String meant = WORDS.get(word.toUpperCase(Locale.ROOT));
    if (meant != null) {
      return cursor.refuse(Expected.OPERATOR, meant);
    }
    if (cursor.looksAt("≠")) {
      return cursor.refuse(Expected.OPERATOR, Fix.WRITE.formatted("!="));
    }
    if (cursor.looksAt(":")) {
      boolean isInName = rest().matches("(?s):[^\\s:]+\\s*[=!<>].*");
      return cursor.refuse(Expected.OPERATOR, isInName ? Fix.NAME : Fix.COLON);
    }
    if (cursor.looksAtWord("EXISTS") || cursor.looksAtWord("TRUE") || cursor.looksAtWord("NULL")) {
      fix = glued.matches() ? Fix.GLUED.formatted(glued.group(1)) : Fix.EXISTS;
    } else if (!word.isEmpty() || cursor.looksAt(".") || cursor.looksAt("[")) {
      String rest = cursor.takeWhile(c -> Cursor.isWordCharacter(c) || ".[]*'".indexOf(c) >= 0);
      cursor.moveTo(cursor.offset() - rest.length());
      fix = Fix.SELECTOR_BLANK.formatted(selector, rest);
    }
    return cursor.refuse(Expected.OPERATOR, fix);
  }

  /** The problem where {@code EXISTS} should follow {@code NOT}. */
  Refusal notExists() {
    boolean almost = cursor.word().toUpperCase(Locale.ROOT).startsWith("EXIST");
    return cursor.refuse(Expected.EXISTS, almost ? Fix.NOT_EXISTS : Fix.NEGATION);
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
    if (cursor.looksAt("$") || cursor.looksAt("(") || SEPARATED.matcher(rest()).lookingAt()) {
      return Fix.JOIN;
    }
    if (cursor.looksAt(")")) {
      return Fix.OPEN;
    }
    if (cursor.looksAt("#") || cursor.looksAt("//") || cursor.looksAt("--")) {
      return Fix.COMMENT;
    }
    if (cursor.looksAt(";") || cursor.looksAt(",")) {
      return Fix.REMOVE.formatted(cursor.peek());
    }
    String word = cursor.word();
    Matcher before = LAST_WORD.matcher(cursor.text().substring(0, cursor.offset()));
    if (!word.isEmpty() && before.find()) {
      return Fix.TWO_WORDS.formatted(before.group(1), word);
    }
    return close;
  }
}
