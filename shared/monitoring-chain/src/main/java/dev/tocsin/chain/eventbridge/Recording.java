package dev.tocsin.chain.eventbridge;

import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.trail.TrailSelection;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.List;
import java.util.Optional;

/**
 * What the trails of a Region record. Events come to EventBridge "via CloudTrail" only if a trail
 * that is logging records them (EventBridge user guide, "AWS service events delivered via AWS
 * CloudTrail").
 *
 * @param kept selections of which one has to keep a record; empty iff every record is kept
 * @param missing why nothing is recorded; empty iff something is
 */
record Recording(List<FilterPattern> kept, Optional<Finding> missing) {

  Recording {
    kept = List.copyOf(kept);
  }

  static Recording in(String region, Snapshot snapshot) {
    List<Trail> trails = snapshot.trails().stream().filter(trail -> covers(trail, region)).toList();
    List<TrailSelection> selections =
        trails.stream()
            .filter(Trail::isLogging)
            .map(TrailSelection::of)
            .filter(selection -> !selection.nothing())
            .toList();
    if (selections.stream().anyMatch(TrailSelection::everything)) {
      return new Recording(List.of(), Optional.empty());
    }
    List<FilterPattern> kept =
        selections.stream().flatMap(selection -> selection.pattern().stream()).toList();
    return new Recording(
        kept, kept.isEmpty() ? Optional.of(missing(region, trails)) : Optional.empty());
  }

  private static boolean covers(Trail trail, String region) {
    boolean here = trail.multiRegion() || trail.homeRegion().equals(region);
    boolean globalRegion = Partition.of(region).globalRegion().equals(region);
    return here && (trail.includeGlobalServiceEvents() || !globalRegion);
  }

  private static Finding missing(String region, List<Trail> trails) {
    return trails.stream()
        .filter(trail -> trail.status() == null)
        .findFirst()
        .map(
            unread ->
                Fault.cannotShow(
                        "it logs management events in `%s`, without which EventBridge gets none: its status was not read"
                            .formatted(region),
                        "allow the evaluation `cloudtrail:GetTrailStatus`")
                    .on(Link.TRAIL, unread.name()))
        .orElseGet(
            () ->
                Fault.of(
                        "no trail logs management events here, and without one EventBridge gets none",
                        "start a multi-Region trail that logs all management events")
                    .on(Link.TRAIL, region));
  }
}
