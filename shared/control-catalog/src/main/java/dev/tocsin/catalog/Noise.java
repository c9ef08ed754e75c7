package dev.tocsin.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What makes a control's alarm ring in an account where nothing is wrong.
 *
 * @param often how often, by the most frequent usual event that it is about
 * @param causes what the folder says, lower case, no final stop
 * @param usual the usual events that it is about, the most frequent first
 * @param measured hits among public records, if its pattern was measured
 */
public record Noise(
    Often often, List<String> causes, List<UsualEvent> usual, Optional<PublicHits> measured) {

  public Noise {
    causes = List.copyOf(causes);
    usual = List.copyOf(usual);
  }

  /** The noise of a control in its newest wording. */
  public static Noise of(Control control) {
    List<UsualEvent> usual = UsualEvent.matchedBy(control.required()::matches);
    return new Noise(
        usual.isEmpty() ? Often.SELDOM : usual.get(0).often(),
        control.noise(),
        usual,
        PublicHits.of(control));
  }

  /** One line: {@code seldom: new accounts …; 3 of 1,132 public records}. */
  public String inWords() {
    String line = often.words() + ": " + String.join("; ", causes);
    return measured.map(hits -> line + "; " + hits.inWords()).orElse(line);
  }
}
