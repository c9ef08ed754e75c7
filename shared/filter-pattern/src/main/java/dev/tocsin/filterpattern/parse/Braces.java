package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Braces that are missing, doubled, used as parentheses, or closed too early. */
final class Braces implements Mend {
  /** Fields that a condition on a CloudTrail record begins with. */
  private static final String FIELD =
      "(?:eventName|eventSource|eventType|eventCategory|userIdentity|errorCode|errorMessage"
          + "|awsRegion|sourceIPAddress|userAgent|readOnly|managementEvent|requestParameters"
          + "|responseElements|additionalEventData|recipientAccountId)";

  private static final Pattern CONDITIONS = Pattern.compile("\\(*\\s*\\$\\.\\w.*", Pattern.DOTALL);
  private static final Pattern FIELDS =
      Pattern.compile(
          "\\(*\\s*" + FIELD + "[\\w.]*\\s*(?:[=!<>]|(?i:IS|NOT|IN)\\s).*", Pattern.DOTALL);
  private static final Pattern BARE_FIELD =
      Pattern.compile("(?<![\\w.$\"'-])" + FIELD + "[\\w.]*(?=\\s*(?:[=!<>]|(?i:IS|NOT|IN)\\s))");
  private static final Pattern DOUBLED =
      Pattern.compile("\\{\\s*\\{([^{}]*)\\}\\s*\\}", Pattern.DOTALL);
  private static final Pattern BRACKETED =
      Pattern.compile("\\[\\s*(\\(*\\s*\\$\\..*?)\\s*\\]", Pattern.DOTALL);
  private static final Pattern INNER = Pattern.compile("\\{\\s*(\\(*\\s*\\$[^{}]*?)\\s*\\}");
  private static final Pattern SEVERAL =
      Pattern.compile(
          "\\s*\\{([^{}]*)\\}\\s*(\\|\\||&&|(?i:or|and)\\b|,|;)?\\s*(\\{[^{}]*\\}|[($][^{}]*)(.*)",
          Pattern.DOTALL);

  @Override
  public Optional<Mended> of(String text, int offset) {
    String trimmed = text.strip();
    if (CONDITIONS.matcher(trimmed).matches()) {
      return Mended.of("put braces round the conditions", braced(trimmed));
    }
    if (FIELDS.matcher(trimmed).matches()) {
      return Mended.of(
          "put braces round the conditions and begin the selectors with `$.`",
          braced(selectors(trimmed)));
    }
    Matcher doubled = DOUBLED.matcher(trimmed);
    if (doubled.matches()) {
      return Mended.of("write one pair of braces", "{" + doubled.group(1) + "}");
    }
    Matcher bracketed = BRACKETED.matcher(trimmed);
    if (bracketed.matches()) {
      return Mended.of("put braces round the conditions", braced(bracketed.group(1)));
    }
    boolean inBraces = text.lastIndexOf('{', offset - 1) > text.lastIndexOf('}', offset);
    if (inBraces && INNER.matcher(text).region(offset, text.length()).lookingAt()) {
      int first = text.indexOf('{') + 1;
      return Mended.of(
          "group with `(` and `)` inside the braces",
          text.substring(0, first) + INNER.matcher(text.substring(first)).replaceAll("($1)"));
    }
    return joined(text, offset);
  }

  private static Optional<Mended> joined(String text, int offset) {
    Matcher several = SEVERAL.matcher(text);
    if (!several.matches() || offset <= several.end(1)) {
      return Optional.empty();
    }
    String join = several.group(2) == null ? "||" : several.group(2);
    String operator = join.equals("&&") || join.equalsIgnoreCase("and") ? " && " : " || ";
    String second = several.group(3).strip();
    String inside = second.startsWith("{") ? second.substring(1, second.length() - 1) : second;
    return Mended.of(
        "keep all conditions in one pair of braces",
        "{ " + grouped(several.group(1)) + operator + grouped(inside) + " }" + several.group(4));
  }

  private static String grouped(String conditions) {
    boolean joined = conditions.contains("&&") || conditions.contains("||");
    boolean isGroup = conditions.strip().matches("\\([^()]*\\)");
    return joined && !isGroup ? "(" + conditions.strip() + ")" : conditions.strip();
  }

  /** The fields of conditions written without {@code $.}, with it. */
  static String selectors(String conditions) {
    return BARE_FIELD.matcher(conditions).replaceAll("\\$.$0");
  }

  static String braced(String conditions) {
    String stripped = conditions.strip();
    return "{ " + stripped + (stripped.endsWith("}") ? "" : " }");
  }
}
