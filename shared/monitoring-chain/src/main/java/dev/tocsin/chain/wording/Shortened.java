package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Visible;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding in little room. Names may be as long as AWS allows, 512 characters and more, and the
 * fix stands at the end: so names give way before sentences do, those of the fix last.
 */
final class Shortened {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
  private static final int[] LENGTHS = {120, 60, 30, 16};

  private Shortened() {}

  /** The finding's message, its quoted names cut in the middle as far as is needed. */
  static String to(int room, Finding finding) {
    Finding whole = each(finding, Visible::of, Visible::of);
    String message = whole.message();
    for (int i = 0; i < LENGTHS.length && message.length() > room; i++) {
      int most = LENGTHS[i];
      message = each(whole, text -> names(text, most), fix -> fix).message();
    }
    for (int i = 0; i < LENGTHS.length && message.length() > room; i++) {
      int most = LENGTHS[i];
      int least = LENGTHS[LENGTHS.length - 1];
      message = each(whole, text -> names(text, least), fix -> names(fix, most)).message();
    }
    return message;
  }

  private static Finding each(
      Finding finding, UnaryOperator<String> told, UnaryOperator<String> fix) {
    String subject = told.apply("`" + finding.subject() + "`");
    return new Finding(
        finding.link(),
        subject.substring(1, subject.length() - 1),
        told.apply(finding.problem()),
        fix.apply(finding.fix()),
        finding.decided());
  }

  private static String names(String text, int most) {
    return QUOTED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("`" + middle(found.group(1), most) + "`"));
  }

  /** Beginning and end of a name, which tell names apart; never half a code point. */
  private static String middle(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    int head = most / 2;
    if (Character.isHighSurrogate(name.charAt(head - 1))) {
      head--;
    }
    int tail = name.length() - (most - most / 2 - 1);
    if (Character.isLowSurrogate(name.charAt(tail))) {
      tail++;
    }
    return name.substring(0, head) + "…" + name.substring(tail);
  }
}
