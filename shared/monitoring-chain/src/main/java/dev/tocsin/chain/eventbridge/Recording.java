package dev.tocsin.chain.eventbridge;

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
 * @param granted what that rests on without being seen, in words; empty iff on nothing
 */
record Recording(List<FilterPattern> kept, Optional<Finding> missing, Optional<String> granted) {

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
      return new Recording(List.of(), Optional.empty(), Optional.empty());
    }
    List<FilterPattern> kept =
        selections.stream().flatMap(selection -> selection.pattern().stream()).toList();
    if (!kept.isEmpty()) {
      return new Recording(kept, Optional.empty(), Optional.empty());
    }
    // A member may not read the selectors of its organization's trail; a trail keeps all management
    // events unless somebody chose otherwise (CloudTrail user guide, "Logging management events").
    return trails.stream()
        .filter(trail -> trail.isLogging() && isClosed(trail, snapshot.account()))
        .findFirst()
        .map(
            trail ->
                new Recording(
                    unchosen(trail),
                    Optional.empty(),
                    Optional.of(
                        "takes for granted that organization trail `%s` of account %s keeps management events: its selectors cannot be read here"
                            .formatted(trail.name(), trail.owner()))))
        .orElseGet(
            () -> new Recording(List.of(), Optional.of(missing(region, trails)), Optional.empty()));
  }

  /** What a trail keeps where nobody chose selectors; empty iff every record. */
  private static List<FilterPattern> unchosen(Trail trail) {
    TrailSelection selection = TrailSelection.unchosen(trail);
    return selection.everything() ? List.of() : List.of(selection.pattern().orElseThrow());
  }

  /** An organization's trail of another account that does not let its selectors be read. */
  private static boolean isClosed(Trail trail, String account) {
    return trail.organization()
        && !trail.owner().equals(account)
        && trail.denied().contains("cloudtrail:GetEventSelectors")
        && trail.eventSelectors().isEmpty()
        && trail.advancedEventSelectors().isEmpty();
  }

  private static boolean covers(Trail trail, String region) {
    boolean here = trail.multiRegion() || trail.homeRegion().equals(region);
    return here && trail.hasItsOwnArn();
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
