package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one line of a verdict that AWS Config keeps. */
public final class Annotation {
  private Annotation() {}

  /** The most characters that {@code PutEvaluations} takes. */
  public static final int MAX_LENGTH = 256;

  /**
   * 1 to 256 characters: when broken, the first broken link and its fix and how many more there
   * are; when compliant, the chain; else where it is decided. The exempted events and other notes
   * follow. Long names are cut in their middle; what still does not fit ends in {@code …}, never
   * inside a code point.
   */
  public static String of(Verdict verdict) {
    List<String> parts = new ArrayList<>();
    if (!verdict.findings().isEmpty()) {
      int more = verdict.findings().size() - 1;
      String others = more > 0 ? "; " + more + " more" : "";
      Finding first = verdict.findings().get(0);
      parts.add(Shortened.to(MAX_LENGTH - others.length(), first) + others);
    } else if (!verdict.chain().isEmpty()) {
      parts.add(chain(verdict));
    }
    parts.addAll(verdict.notes());
    return cut(Visible.of(String.join("; ", parts)));
  }

  private static String chain(Verdict verdict) {
    return verdict.chain().stream()
        .filter(link -> link.link() != Link.METRIC)
        .map(Evidence::subject)
        .map(Words::brief)
        .distinct()
        .collect(Collectors.joining(" → "));
  }

  static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
