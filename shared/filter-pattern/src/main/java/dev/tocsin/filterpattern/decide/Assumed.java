package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import java.util.List;

/** What an answer rests on besides facts. */
final class Assumed {

  private static final String COMPACT =
      "records are delivered as compact JSON, numbers as AWS reads them, and nothing in them needs"
          + " to be escaped";

  private Assumed() {}

  static List<String> by(Condition condition) {
    return readsText(condition) ? List.of(COMPACT) : List.of();
  }

  private static boolean readsText(Condition condition) {
    return condition instanceof Condition.RawText
        || condition.parts().stream().anyMatch(Assumed::readsText);
  }
}
