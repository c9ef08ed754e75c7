package dev.tocsin.rendering;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Noise;
import dev.tocsin.catalog.PublicHits;
import dev.tocsin.catalog.UsualEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that sets each control against public records and the usual events of an account. */
final class Traffic {

  private static final int MOST_EVENTS = 6;

  /** A control: what it matched before and now, and why that differs. */
  record Row(
      String id,
      String often,
      String before,
      String now,
      String captured,
      String events,
      String because) {}

  /** A usual event and the controls that are about it. */
  record Usual(String often, String event, String because, String controls) {}

  private Traffic() {}

  static RenderedFile of(ControlCatalog catalog) {
    List<PublicHits> measured =
        catalog.controls().stream().flatMap(control -> PublicHits.of(control).stream()).toList();
    return new RenderedFile(
        Path.of("shared", "docs", "public-hits.md"),
        Templates.fill(
            "docs/public-hits.md",
            Map.of(
                "records",
                    measured.stream()
                        .map(hits -> "%,d".formatted(hits.records()))
                        .findFirst()
                        .orElse("no"),
                "captured", measured.stream().mapToInt(PublicHits::captured).findFirst().orElse(0),
                "none", measured.stream().filter(hits -> hits.hits() == 0).count(),
                "rows", catalog.controls().stream().map(Traffic::row).toList(),
                "usual",
                    UsualEvent.all().stream()
                        .map(usual -> usual(usual, catalog))
                        .distinct()
                        .toList())));
  }

  private static Row row(Control control) {
    Optional<PublicHits> hits = PublicHits.of(control);
    return new Row(
        control.id(),
        Noise.of(control).often().words(),
        hits.map(Traffic::before).orElse("–"),
        hits.map(measured -> String.valueOf(measured.hits())).orElse("not measured"),
        hits.map(measured -> String.valueOf(measured.hitsCaptured())).orElse("–"),
        hits.map(Traffic::events).orElse(""),
        hits.flatMap(PublicHits::because).orElse(""));
  }

  private static String before(PublicHits hits) {
    return hits.before().isPresent() ? String.valueOf(hits.before().getAsInt()) : "new";
  }

  private static String events(PublicHits hits) {
    List<String> some = new ArrayList<>();
    hits.events()
        .forEach((event, records) -> some.add(records == 1 ? event : event + " ×" + records));
    return some.size() <= MOST_EVENTS
        ? String.join(", ", some)
        : String.join(", ", some.subList(0, MOST_EVENTS))
            + ", %d more".formatted(some.size() - MOST_EVENTS);
  }

  private static Usual usual(UsualEvent usual, ControlCatalog catalog) {
    List<String> controls =
        catalog.controls().stream()
            .filter(control -> control.required().matches(usual.event()))
            .map(control -> "[%s](controls/%s.md)".formatted(control.id(), control.id()))
            .toList();
    return new Usual(
        usual.often().words(), usual.inWords(), usual.because(), String.join(", ", controls));
  }
}
