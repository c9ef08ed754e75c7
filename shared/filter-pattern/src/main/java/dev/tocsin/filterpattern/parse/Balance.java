package dev.tocsin.filterpattern.parse;

/** Closes what is open at the end of a text, where that can be meant in one way only. */
final class Balance {
  private Balance() {}

  /** The text closed; as it is where the place of a parenthesis decides what it means. */
  static String closed(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith("{")) {
      return text;
    }
    String inside = stripped.substring(1).replaceFirst("\\}[\\s}]*$", "");
    String unquoted = inside.replaceAll("\"[^\"]*\"", "").replaceAll("%[^%]*%", "");
    long open = unquoted.chars().filter(c -> c == '(').count();
    long close = unquoted.chars().filter(c -> c == ')').count();
    boolean mixed = unquoted.contains("&&") && unquoted.contains("||");
    if (open < close || (open > close && mixed) || inside.indexOf('}') >= 0) {
      return text;
    }
    String begun = inside.strip().replaceFirst("^(?:&&|\\|\\|)\\s*", "");
    return "{ " + begun + ")".repeat((int) (open - close)) + " }";
  }
}
