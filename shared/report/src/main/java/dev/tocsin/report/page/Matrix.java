package dev.tocsin.report.page;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Frameworks;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compliance by the sections of every framework that asks for a judged control. */
final class Matrix {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Report report;

  Matrix(Report report) {
    this.report = report;
  }

  /** The frameworks, that of the first account's benchmark before the others and unfolded. */
  Html html() {
    String first =
        report.accounts().isEmpty()
            ? ""
            : report.accounts().get(0).basis().parameters().benchmark().id();
    Map<String, Map<String, List<Report.Line>>> frameworks = frameworks();
    List<Html> asked = new ArrayList<>();
    List<Html> others = new ArrayList<>();
    frameworks.forEach(
        (framework, sections) ->
            (framework.equals(first) ? asked : others)
                .add(framework(framework, sections, framework.equals(first))));
    return Html.of(
        "section.matrix",
        Html.of("h2", "By section"),
        Html.all(asked),
        others.isEmpty()
            ? Html.NOTHING
            : Html.of("h4", "Other frameworks that ask for these controls"),
        Html.of("div.frameworks", Html.all(others)));
  }

  private Map<String, Map<String, List<Report.Line>>> frameworks() {
    Map<String, Map<String, List<Report.Line>>> all = new LinkedHashMap<>();
    Frameworks.ids()
        .forEach(id -> all.put(id, new TreeMap<>(Comparator.comparing(Matrix::sortable))));
    report
        .lines()
        .forEach(
            line ->
                line.evaluation()
                    .control()
                    .sections()
                    .forEach(
                        (framework, sections) ->
                            sections.forEach(
                                section ->
                                    all.get(framework)
                                        .computeIfAbsent(section, any -> new ArrayList<>())
                                        .add(line))));
    all.values().removeIf(Map::isEmpty);
    return all;
  }

  /** Numbers in a section's name count as numbers: 4.10 follows 4.9. */
  private static String sortable(String section) {
    return NUMBER
        .matcher(section)
        .replaceAll(
            number -> Matcher.quoteReplacement("%09d".formatted(Long.parseLong(number.group()))));
  }

  private static Html framework(
      String id, Map<String, List<Report.Line>> sections, boolean unfolded) {
    List<Html> rows =
        sections.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
    Html table =
        Html.of(
            "div.scroll",
            Html.of(
                "table",
                Html.of(
                    "thead",
                    Html.of("tr", heading("section"), heading("controls"), heading("compliant"))),
                Html.of("tbody", Html.all(rows))));
    long good = sections.values().stream().filter(lines -> holding(lines) == lines.size()).count();
    Html summary =
        Html.of(
            "summary",
            Html.of("span.title", Frameworks.title(id).orElse(id)),
            Html.of("span.where", good + " of " + sections.size() + " sections"));
    Html.Attributes open = unfolded ? Html.Attributes.NONE.and("open") : Html.Attributes.NONE;
    return Html.of("details.framework", open, summary, table);
  }

  private static Html heading(String text) {
    return Html.of("th", Html.Attributes.of("scope", "col"), Html.text(text));
  }

  private static Html row(String section, List<Report.Line> lines) {
    int holding = holding(lines);
    State state =
        holding == lines.size()
            ? State.HOLDS
            : lines.stream().anyMatch(Report.Line::broken) ? State.BROKEN : State.NOT_REACHED;
    Map<String, String> titles = new LinkedHashMap<>();
    lines.stream()
        .map(line -> line.evaluation().control())
        .sorted(Comparator.comparing(Control::title))
        .forEach(control -> titles.putIfAbsent(control.id(), control.title()));
    return Html.of(
        "tr." + state.tone(),
        Html.of("th", Html.Attributes.of("scope", "row"), Html.text(section)),
        Html.of("td", String.join(", ", titles.values())),
        Html.of("td.tally", state.sign(), Html.of("span", holding + " of " + lines.size())));
  }

  private static int holding(List<Report.Line> lines) {
    return (int)
        lines.stream()
            .filter(
                line -> line.evaluation().verdict().complianceType() == ComplianceType.COMPLIANT)
            .count();
  }
}
