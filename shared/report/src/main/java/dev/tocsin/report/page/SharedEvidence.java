package dev.tocsin.report.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.wording.Words;
import dev.tocsin.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The links of an account that hold, with how each was set. What several controls rest on, such as
 * the trail, is written once, and they lead there.
 */
final class SharedEvidence {
  private final String account;
  private final Map<Thing, Integer> uses = new LinkedHashMap<>();

  /** A thing that is the same for whatever control. */
  private record Thing(Link link, String subject, String region, ObjectNode settings) {
    static Thing of(Evidence link) {
      return new Thing(link.link(), link.subject(), link.region(), link.settings());
    }
  }

  SharedEvidence(List<Report.Line> lines, String account) {
    this.account = account;
    for (Report.Line line : lines) {
      for (Evidence link : line.evaluation().verdict().chain()) {
        uses.merge(Thing.of(link), 1, Integer::sum);
      }
    }
  }

  /** In the list of a control's evidence. */
  Html link(Evidence link) {
    Thing thing = Thing.of(link);
    boolean elsewhere = isShared(thing);
    Html name = Html.of("code", link.subject());
    return Html.all(
        Html.of(
            "dt",
            Html.text(Words.of(link.link()) + " "),
            elsewhere ? Html.of("a", Html.Attributes.of("href", "#" + id(thing)), name) : name),
        Html.of(
            "dd",
            Html.message(link.shows() + ", in " + link.region()),
            elsewhere ? Html.NOTHING : settings(thing)));
  }

  /** What several controls rest on; nothing iff there is no such thing. */
  Html html() {
    List<Html> items = new ArrayList<>();
    for (Thing thing : uses.keySet()) {
      if (isShared(thing)) {
        items.add(
            Html.all(
                Html.of(
                    "dt",
                    Html.Attributes.of("id", id(thing)),
                    Html.text(Words.of(thing.link()) + " "),
                    Html.of("code", thing.subject())),
                Html.of("dd", Html.text("in " + thing.region()), settings(thing))));
      }
    }
    return items.isEmpty()
        ? Html.NOTHING
        : Html.of(
            "details.raw.basis",
            Html.of("summary", "evidence: how the things are set that several controls rest on"),
            Html.of("dl.evidence", Html.all(items)));
  }

  private boolean isShared(Thing thing) {
    return uses.getOrDefault(thing, 0) > 1 && !thing.settings().isEmpty();
  }

  private String id(Thing thing) {
    return account + "-e" + new ArrayList<>(uses.keySet()).indexOf(thing);
  }

  private static Html settings(Thing thing) {
    return thing.settings().isEmpty()
        ? Html.NOTHING
        : Html.of("pre", Html.of("code", MissedEvent.lines(thing.settings().toPrettyString())));
  }
}
