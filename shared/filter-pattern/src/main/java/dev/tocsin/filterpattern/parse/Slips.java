package dev.tocsin.filterpattern.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes, in a whole text, the slips that are told one at a time where nothing else is wrong. */
final class Slips {
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";

  /** PowerShell's and cmd's sign that a line goes on. */
  private static final Pattern CONTINUED = Pattern.compile("[`^](?=[ \\t]*[\\r\\n])");

  /** What people write, and what it is here; nothing inside double quotes is looked at. */
  private record Slip(Pattern slip, Function<MatchResult, String> meant) {
    String corrected(String text) {
      return slip.matcher(text)
          .replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      match.group().startsWith("\"") ? match.group() : meant.apply(match)));
    }
  }

  private static final List<Slip> ALL = new ArrayList<>();

  private static void slip(String slip, Function<MatchResult, String> meant) {
    ALL.add(new Slip(Pattern.compile("(?i:" + slip + ")|" + TEXT, Pattern.DOTALL), meant));
  }

  private static void slip(String slip, String meant) {
    slip(slip, match -> meant);
  }

  static {
    // First, since what stands in a regular expression is not spelt as the rest.
    slip(
        "%([^%\"]*\\([^%\"]*)%",
        match ->
            RegexGroups.writtenOut(match.group(1))
                .map(plain -> "%" + plain + "%")
                .orElse(match.group()));
    slip("\\[\\s*(\\$[^\\[\\]{}]*[=!<>][^\\[\\]{}]*?)\\s*\\]", match -> "(" + match.group(1) + ")");
    slip("\\$\\.?\\[\\s*['\"]([\\w.-]+)['\"]\\s*\\]", match -> "$." + named(match.group(1)));
    slip("\\$\\.\\.(?=\\w)", "$.");
    slip("\\$(?=[A-Za-z])", "$.");
    slip("(?<![\\w.$\\])'*\"-])\\.(?=[a-z])", "$.");
    slip("(\\$\\.[\\w.]*\\w)(?-i:NOT)\\s+exists\\b", match -> match.group(1) + " NOT EXISTS");
    FunctionSlips.forEach(Slips::slip);
    NullSlips.forEach(Slips::slip);
    slip("={2,3}", "=");
    slip("!==|<>|≠|~=|\\b(?:not\\s+equals|ne)\\b(?=\\s*[\"\\w])", "!=");
    slip("\\b(?:equals|eq)\\b(?=\\s*[\"\\w])", "=");
    slip("\\s*\\band\\b\\s*|\\s*(?<!&)(?:&|&{3,})(?!&)\\s*", " && ");
    slip(
        "\\s*\\bor\\b\\s*|\\s*(?<![|\\w%\\])])\\|{3,}(?!\\|)\\s*|(?<=[\\s)])\\|(?=[\\s($])",
        Slips::joint);
    slip("(\\$[\\w.]+)\\s*:\\s*(?=[\"\\w*])", match -> match.group(1) + " = ");
    slip("\\bis\\s+\"?(true|false)\"?", match -> "IS " + upper(match.group(1)));
    slip(
        "(!?=\\s*)([\\w.*-]*[:/@+][\\w.*:/@+-]*)(?=\\s*(?:[)}&|]|$))",
        match -> match.group(1) + "\"" + match.group(2) + "\"");
    slip("\\bnot\\s+(\\$[\\w.]+\\s*)=", match -> match.group(1) + "!=");
    slip(
        "(?:!|\\bnot\\b)\\s*\\(\\s*(\\$[\\w.]+\\s*)=([^()&|]*)\\)",
        match -> match.group(1) + "!=" + match.group(2));
    slip(
        "(\\$[\\w.]+)(\\s*=\\s*(?:\"[^\"]*\"|[\\w.*-]+))\\s*[,;]\\s*(?=\\1\\s*=)",
        match -> match.group(1) + match.group(2) + " || ");
    slip(";|,(?=\\s*$)", "");
  }

  private Slips() {}

  private static String joint(MatchResult match) {
    return match.group().strip().equals("|") ? "||" : " || ";
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static String named(String name) {
    return name.matches("[\\w-]+") ? name : "['" + name + "']";
  }

  /** The text in the spelling of filter patterns, as far as it is a matter of spelling. */
  static String corrected(String text) {
    String corrected = Quotes.plain(CONTINUED.matcher(Invisible.plain(text)).replaceAll(" "));
    for (Slip slip : ALL) {
      corrected = slip.corrected(corrected);
    }
    return Balance.closed(Braces.selectors(corrected)).replaceAll("[ \\t]{2,}", " ").strip();
  }
}
