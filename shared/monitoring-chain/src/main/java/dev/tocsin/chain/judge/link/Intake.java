package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.language.FieldSelection;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a filter understands and reads all events of its log group, as they were delivered. */
final class Intake {
  private Intake() {}

  /**
   * What stands in the way, for metric filters and subscription filters alike.
   *
   * @param criteria empty iff the filter has none
   * @param accounts the accounts from which the judged events may come
   */
  static List<Fault> faults(
      Parsed pattern, boolean transformed, String criteria, Set<String> accounts) {
    List<Fault> faults = new ArrayList<>();
    if (pattern instanceof ParseProblem problem) {
      faults.add(
          Fault.cannotShow(
              "it matches anything: its pattern is not understood at offset %d, expected %s, found %s"
                  .formatted(problem.offset(), problem.expected(), problem.found()),
              problem.fix()));
    }
    if (transformed) {
      faults.add(
          Fault.cannotShow(
              "it matches the events: it reads them as a log transformer rewrites them",
              "turn `applyOnTransformedLogs` off"));
    }
    if (!criteria.isBlank()
        && FieldSelection.parse(criteria).filter(read -> read.keepsAll(accounts)).isEmpty()) {
      faults.add(
          Fault.cannotShow(
              "it reads all events: `fieldSelectionCriteria` is `%s`".formatted(criteria),
              "take the criteria out"));
    }
    return faults;
  }
}
