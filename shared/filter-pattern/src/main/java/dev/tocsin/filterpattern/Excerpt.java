package dev.tocsin.filterpattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps texts of any length out of reasons and messages. */
public final class Excerpt {

  /** Characters of a text that a message shows: enough to recognise a pattern by. */
  private static final int LONGEST = 80;

  /** Things of one kind that a message lists. */
  private static final int MOST = 3;

  private static final Pattern QUOTED =
      Pattern.compile("`([^`]{" + (LONGEST + 1) + ",})`", Pattern.DOTALL);

  private Excerpt() {}

  /** The text, cut with {@code …} after 80 characters. */
  public static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, whole(text, LONGEST)) + "…";
  }

  /** The sentence, with all that stands in backticks cut as by {@link #of}. */
  public static String ofQuoted(String sentence) {
    return QUOTED
        .matcher(sentence)
        .replaceAll(match -> Matcher.quoteReplacement("`" + of(match.group(1)) + "`"));
  }

  /** The first three sentences, each {@link #ofQuoted}, and how many more there are. */
  public static String ofSome(Collection<String> sentences) {
    List<String> shown = new ArrayList<>();
    sentences.stream().limit(MOST).map(Excerpt::ofQuoted).forEach(shown::add);
    int more = sentences.size() - shown.size();
    return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
  }

  /** The length, or one less if a surrogate pair would be cut. */
  private static int whole(String text, int length) {
    return Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }
}
