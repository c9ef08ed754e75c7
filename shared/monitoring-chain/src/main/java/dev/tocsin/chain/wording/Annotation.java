package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one line of a verdict that AWS Config keeps. */
public final class Annotation {
  private Annotation() {}

  /** The most characters that {@code PutEvaluations} takes. */
  public static final int MAX_LENGTH = 256;

  private static final int MOST_EXEMPT = 120;
  private static final String SEPARATOR = "; ";
  private static final int ROOM_FOR_MORE = (SEPARATOR + "…").length();

  /**
   * 1 to 256 characters: when broken, the first broken link and its fix and how many more there
   * are; when compliant, the chain; else where it is decided. What is exempted follows, for which
   * the rest makes room, then notes. Long names are cut in their middle; what still does not fit
   * ends in {@code …}, never inside a code point.
   */
  public static String of(Verdict verdict) {
    List<String> parts = new ArrayList<>();
    if (verdict.exempt().isEmpty()) {
      outcome(verdict, MAX_LENGTH).ifPresent(parts::add);
    } else {
      String exempt = cut(Visible.of(exempt(verdict)), MOST_EXEMPT);
      int room = MAX_LENGTH - SEPARATOR.length() - exempt.length() - ROOM_FOR_MORE;
      outcome(verdict, room).ifPresent(text -> parts.add(cut(text, room)));
      parts.add(exempt);
    }
    verdict.notes().forEach(note -> parts.add(Visible.of(note)));
    return cut(String.join(SEPARATOR, parts), MAX_LENGTH);
  }

  private static Optional<String> outcome(Verdict verdict, int room) {
    if (verdict.findings().isEmpty()) {
      return verdict.chain().isEmpty() ? Optional.empty() : Optional.of(Visible.of(chain(verdict)));
    }
    int more = verdict.findings().size() - 1;
    String others = more > 0 ? SEPARATOR + more + " more" : "";
    Finding first = verdict.findings().get(0);
    return Optional.of(Shortened.to(room - others.length(), first) + others);
  }

  /** Whoever reads {@code COMPLIANT} must see of what, so this is never left out. */
  private static String exempt(Verdict verdict) {
    return verdict.exempt().stream()
        .map(Exemption::brief)
        .collect(Collectors.joining(", ", "exempt: ", ""));
  }

  private static String chain(Verdict verdict) {
    return verdict.chain().stream()
        .filter(link -> link.link() != Link.METRIC)
        .map(Evidence::subject)
        .map(Words::brief)
        .distinct()
        .collect(Collectors.joining(" → "));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
