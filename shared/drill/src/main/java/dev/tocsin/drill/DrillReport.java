package dev.tocsin.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a drill.
 *
 * @param steps the links in the order the event went
 * @param did what was written or set, one clause each
 * @param told since the record was written until a topic took the message, where the topic was then
 *     seen to deliver
 */
public record DrillReport(
    DrillPlan plan, List<Step> steps, List<String> did, Optional<Duration> told) {

  public DrillReport {
    steps = List.copyOf(steps);
    did = List.copyOf(did);
  }

  /**
   * The first link that is broken: as the drill met it, or, where the record got through, as the
   * verdict finds it for other events.
   */
  public Optional<Step> broken() {
    return steps.stream()
        .filter(Step::isBroken)
        .findFirst()
        .or(() -> plan.judged().stream().map(Step::of).findFirst());
  }

  /** Whether the record got through to a delivery, and nothing that was read speaks against it. */
  public boolean good() {
    return told.isPresent() && broken().isEmpty();
  }
}
