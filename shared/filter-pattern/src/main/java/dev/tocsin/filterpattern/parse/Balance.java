package dev.tocsin.filterpattern.parse;

import java.util.regex.Pattern;

/**
 * Closes what is open at the end of a text and takes out what is too much, where that can be meant
 * in one way only.
 */
final class Balance {
  private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"|%[^%]*%");
  private static final Pattern FIRST_JOINT = Pattern.compile("^(?:&&|\\|\\|)\\s*");
  private static final Pattern LAST_JOINT = Pattern.compile("\\s*(?:&&|\\|\\|)\\s*$");
  private static final Pattern DOUBLED = Pattern.compile("(&&|\\|\\|)(?:\\s*\\1)+");

  private Balance() {}

  /** The text closed; as it is where the place of a parenthesis decides what it means. */
  static String closed(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith("{")) {
      return text;
    }
    String inside = stripped.substring(1).replaceFirst("\\}[\\s}]*$", "");
    String shape = masked(inside);
    boolean mixed = shape.contains("&&") && shape.contains("||");
    String begun = withoutSpareJoints(inside);
    String plain = withoutSpareClosings(begun, mixed);
    long open = count(masked(plain), '(') - count(masked(plain), ')');
    if (open < 0 || (open > 0 && mixed) || inside.indexOf('}') >= 0) {
      return text;
    }
    return "{ " + plain + ")".repeat((int) open) + " }";
  }

  /** Without what joins nothing: at the beginning, at the end, or twice in one place. */
  private static String withoutSpareJoints(String inside) {
    String begun = FIRST_JOINT.matcher(inside.strip()).replaceFirst("");
    String ended = LAST_JOINT.matcher(begun).replaceFirst("");
    String shape = masked(ended);
    StringBuilder once = new StringBuilder(ended);
    DOUBLED
        .matcher(shape)
        .results()
        .sorted((one, other) -> other.start() - one.start())
        .forEach(joint -> once.replace(joint.start(), joint.end(), joint.group(1)));
    return once.toString();
  }

  /**
   * Without the {@code )} that close nothing: those behind which nothing follows, and any where all
   * conditions are joined alike.
   */
  private static String withoutSpareClosings(String inside, boolean mixed) {
    String shape = masked(inside);
    StringBuilder kept = new StringBuilder();
    int open = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = shape.charAt(i);
      boolean isSpare = c == ')' && open == 0 && (!mixed || shape.substring(i).matches("[)\\s]+"));
      if (isSpare) {
        continue;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      kept.append(inside.charAt(i));
    }
    return kept.toString().strip();
  }

  /** The text with what stands in values blotted out, as long as it is. */
  private static String masked(String text) {
    return VALUES.matcher(text).replaceAll(value -> "_".repeat(value.group().length()));
  }

  private static long count(String text, char c) {
    return text.chars().filter(one -> one == c).count();
  }
}
