package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Says of what is deployed as a guide prints it, and cannot work, why it cannot: whoever followed
 * the guide finds the own filter named, and not only the event that it misses.
 */
final class KnownDefects {

  private KnownDefects() {}

  /** The verdict, with a note for each such filter or rule unless the control holds anyway. */
  static Verdict noted(Verdict verdict, Control control, Snapshot snapshot) {
    if (verdict.complianceType() != ComplianceType.NON_COMPLIANT) {
      return verdict;
    }
    return verdict.withNotes(notes(control, snapshot));
  }

  private static Set<String> notes(Control control, Snapshot snapshot) {
    Set<String> notes = new LinkedHashSet<>();
    for (RegionMonitoring region : snapshot.regions().values()) {
      region
          .metricFilters()
          .forEach(
              filter ->
                  control
                      .defectOf(filter.filterPattern())
                      .ifPresent(
                          why -> notes.add("filter `" + filter.filterName() + "` is " + why)));
      region.rules().stream()
          .filter(rule -> rule.eventPattern() != null)
          .forEach(
              rule ->
                  control
                      .defectOf(rule.eventPattern())
                      .ifPresent(why -> notes.add("event rule `" + rule.name() + "` is " + why)));
    }
    return notes;
  }
}
