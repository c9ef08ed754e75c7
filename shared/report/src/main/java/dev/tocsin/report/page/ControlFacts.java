package dev.tocsin.report.page;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Frameworks;
import dev.tocsin.catalog.Noise;
import dev.tocsin.report.Report;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a control, whatever the account: how often it rings, and who asks for it. */
final class ControlFacts {

  private ControlFacts() {}

  /** In the control's own card. */
  static Html of(Control control) {
    return Html.all(
        noise(control),
        Html.of("details.raw.asked", Html.of("summary", "asked for by"), sections(control)));
  }

  /** For a card, where it stands elsewhere. */
  static Html link(Control control) {
    return Html.of(
        "p.noise",
        Html.of(
            "a",
            Html.Attributes.of("href", "#" + id(control)),
            Html.text("how often it rings, and who asks for it")));
  }

  /** Every control that was judged, once for all accounts. */
  static Html ofAll(Report report) {
    Map<String, Control> controls = new LinkedHashMap<>();
    report
        .lines()
        .map(line -> line.evaluation().control())
        .sorted(Comparator.comparing(Control::title))
        .forEach(control -> controls.putIfAbsent(control.id(), control));
    List<Html> all =
        controls.values().stream()
            .map(
                control ->
                    Html.of(
                        "details.framework",
                        Html.Attributes.of("id", id(control)),
                        Html.of("summary", Html.of("span.title", control.title())),
                        Html.of(
                            "div.body",
                            Html.of("p.asks", control.description()),
                            noise(control),
                            Html.of("h4", "Asked for by"),
                            sections(control))))
            .toList();
    return Html.of(
        "section",
        Html.of("h2", "What each control asks"),
        Html.of("div.frameworks", Html.all(all)));
  }

  private static String id(Control control) {
    return "control-" + control.id();
  }

  private static Html noise(Control control) {
    return Html.of("p.noise", "Rings " + Noise.of(control).inWords());
  }

  private static Html sections(Control control) {
    List<Html> items =
        control.sections().entrySet().stream()
            .map(
                entry ->
                    Html.all(
                        Html.of("dt", Frameworks.title(entry.getKey()).orElse(entry.getKey())),
                        Html.of("dd", String.join(", ", entry.getValue()))))
            .toList();
    return Html.of("dl.facts", Html.all(items));
  }
}
