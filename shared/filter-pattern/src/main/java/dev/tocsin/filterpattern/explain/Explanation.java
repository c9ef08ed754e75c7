package dev.tocsin.filterpattern.explain;

import java.util.List;
import java.util.Optional;

/**
 * What deployed patterns see and miss of a requirement, in words.
 *
 * @param sees required event names (or other alternatives of the required pattern) that are seen
 * @param misses those that are not, or not always
 * @param summary one sentence, for example {@code sees CreateTrail, UpdateTrail; misses
 *     StopLogging}
 * @param corrected the shortest change to the deployed pattern that covers the requirement, shown
 *     by the engine to do so; empty if none within 1,024 characters was found
 */
public record Explanation(
    List<String> sees, List<String> misses, String summary, Optional<String> corrected) {
  public Explanation {
    sees = List.copyOf(sees);
    misses = List.copyOf(misses);
  }
}
