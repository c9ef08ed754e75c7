package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A trail and where its events arrive.
 *
 * @param carries whether every required event goes to the trail's destination, even where a
 *     benchmark asks more of the trail
 * @param findings what is wrong with the trail or its log group; empty iff the control's events
 *     arrive there
 * @param group empty iff there is no log group whose filters can be judged
 */
public record TrailPath(
    Trail trail,
    boolean carries,
    List<Finding> findings,
    List<Evidence> evidence,
    Optional<Group> group) {

  public TrailPath {
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
  }

  /** True iff the control's events arrive in the log group. */
  public boolean holds() {
    return findings.isEmpty() && group.isPresent();
  }

  /** A log group of the judged account, in the Region where its filters and alarms are. */
  public record Group(String name, String region, RegionMonitoring monitoring) {}
}
