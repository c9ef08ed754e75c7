package dev.tocsin.filterpattern.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a text is no JSON, without the library's own words for it. */
public final class JsonProblem {
  private static final Pattern CHARACTER =
      Pattern.compile(
          "Unexpected character \\('(.*)' \\(code \\d+[^)]*\\)\\)(?:: (?:was expecting|expected) (.*))?");
  private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'.*");
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'.*");
  private static final Pattern NOTES =
      Pattern.compile(" \\(start marker at .*|, from `[^`]*`|\\(JSON String.*");

  private JsonProblem() {}

  /** A clause, for example {@code expected a value, found `#`}; without the place. */
  public static String of(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("no value");
    Matcher character = CHARACTER.matcher(first);
    if (character.matches()) {
      return "expected %s, found `%s`".formatted(expected(character.group(2)), character.group(1));
    }
    Matcher token = TOKEN.matcher(first);
    if (token.matches()) {
      return "expected a value, found `%s`".formatted(token.group(1));
    }
    Matcher twice = TWICE.matcher(first);
    if (twice.matches()) {
      return "field `%s` stands there twice".formatted(twice.group(1));
    }
    if (first.startsWith("Unexpected end-of-input")) {
      return "the text ends before it is complete";
    }
    String plain = NOTES.matcher(first).replaceAll("").strip();
    return Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
  }

  private static String expected(String what) {
    if (what == null || what.contains("valid value")) {
      return "a value";
    }
    return what.replace("double-quote to start field name", "a name in double quotes")
        .replaceAll("^a colon to separate.*", "`:`")
        .replaceAll("^comma to separate Object entries.*", "`,` or the end of the object")
        .replaceAll("^comma to separate Array entries.*", "`,` or the end of the list");
  }
}
