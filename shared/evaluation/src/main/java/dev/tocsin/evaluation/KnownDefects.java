package dev.tocsin.evaluation;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.PublishedPattern;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says of what is deployed as a guide prints it, and cannot work, why it cannot: whoever followed
 * the guide finds the own filter named, and its reason before whatever else is wrong.
 */
final class KnownDefects {
  /** Where it is broken what sees the events, as a text that cannot work is. */
  private static final Set<Link> SEEING = Set.of(Link.METRIC_FILTER, Link.EVENT_RULE);

  private final Control control;
  private final Benchmark benchmark;
  private final Snapshot snapshot;
  private final ReadTexts texts;

  KnownDefects(Control control, Benchmark benchmark, Snapshot snapshot, ReadTexts texts) {
    this.control = control;
    this.benchmark = benchmark;
    this.snapshot = snapshot;
    this.texts = texts;
  }

  /** A filter or event rule, and the text of a guide that it was given. */
  private record Copy(Link link, String name, PublishedPattern text) {

    boolean is(Finding finding) {
      return link == finding.link() && name.equals(finding.subject());
    }

    String note() {
      String kind = link == Link.EVENT_RULE ? "event rule" : "filter";
      return "%s `%s` is %s".formatted(kind, name, text.whyItFails());
    }

    boolean isRefused() {
      return text.defect().orElseThrow().kind() == PublishedPattern.Kind.INVALID;
    }
  }

  /**
   * The verdict with the reasons: as its first findings where nothing nearer to the control is
   * deployed, else as notes; unchanged iff the control holds anyway.
   */
  Verdict toldIn(Verdict verdict) {
    if (verdict.complianceType() != ComplianceType.NON_COMPLIANT) {
      return verdict;
    }
    Finding first = verdict.findings().get(0);
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean nothingIsNamed = !names().contains(first.subject());
    boolean firstIsTold = false;
    for (Copy copy : copies()) {
      boolean isFirst = copy.is(first);
      if (SEEING.contains(first.link()) && (isFirst || nothingIsNamed || copy.isRefused())) {
        findings.add(isFirst ? merged(copy, first) : finding(copy, first));
        firstIsTold |= isFirst || nothingIsNamed;
      } else {
        notes.add(copy.note());
      }
    }
    List<Finding> others = verdict.findings();
    findings.addAll(firstIsTold ? others.subList(1, others.size()) : others);
    return verdict.withFindings(findings).withNotes(notes);
  }

  private Finding merged(Copy copy, Finding finding) {
    return new Finding(
        finding.link(),
        finding.subject(),
        copy.text().whyItFails() + "; " + finding.problem(),
        finding.decided() ? finding.fix() : fix(copy, finding),
        finding.decided());
  }

  private Finding finding(Copy copy, Finding first) {
    return new Finding(copy.link(), copy.name(), copy.text().whyItFails(), fix(copy, first), true);
  }

  private String fix(Copy copy, Finding first) {
    if (copy.link() == Link.EVENT_RULE) {
      return "use the event pattern of the control's folder";
    }
    return control.isSeenByTrails()
        ? "set its pattern to `" + control.deployable(benchmark) + "`"
        : first.fix();
  }

  /** What is deployed as a guide prints it, each name once. */
  private Set<Copy> copies() {
    Set<Copy> copies = new LinkedHashSet<>();
    for (RegionMonitoring region : snapshot.regions().values()) {
      region
          .metricFilters()
          .forEach(
              filter ->
                  control
                      .defective(texts.of(filter.filterPattern()))
                      .map(text -> new Copy(Link.METRIC_FILTER, filter.filterName(), text))
                      .ifPresent(copies::add));
      region
          .rules()
          .forEach(
              rule ->
                  Optional.ofNullable(rule.eventPattern())
                      .flatMap(pattern -> control.defective(texts.of(pattern)))
                      .map(text -> new Copy(Link.EVENT_RULE, rule.name(), text))
                      .ifPresent(copies::add));
    }
    return copies;
  }

  /** What a finding names if something that is deployed falls short, and not the lack of it. */
  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (RegionMonitoring region : snapshot.regions().values()) {
      region.metricFilters().forEach(filter -> names.add(filter.filterName()));
      region.rules().forEach(rule -> names.add(rule.name()));
    }
    return names;
  }
}
