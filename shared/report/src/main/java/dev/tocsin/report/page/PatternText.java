package dev.tocsin.report.page;

import dev.tocsin.chain.verdict.PatternSpan;
import dev.tocsin.chain.verdict.UnseenBy;
import java.util.ArrayList;
import java.util.List;

/** A deployed pattern with the clauses marked that exclude the missed event. */
final class PatternText {

  private PatternText() {}

  static Html of(UnseenBy test) {
    String text = test.why().test();
    List<Html> pieces = new ArrayList<>();
    int from = 0;
    for (PatternSpan place : test.places()) {
      pieces.add(Html.text(text.substring(from, place.start())));
      pieces.add(Html.of("mark", text.substring(place.start(), place.end())));
      from = place.end();
    }
    pieces.add(Html.text(text.substring(from)));
    return Html.of("pre.pattern", Html.of("code", Html.all(pieces)));
  }
}
