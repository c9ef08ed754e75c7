package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.parse.Misread;
import java.util.List;
import java.util.Optional;

/**
 * What deployed patterns see and miss of a requirement, in words.
 *
 * @param sees required event names (or other alternatives of the required pattern) that are seen
 * @param missing those that are not, or not always, grouped by reason
 * @param misread for each deployed test in order, how it is read instead of what it looks like
 * @param summary one sentence, for example {@code sees CreateTrail, UpdateTrail; misses
 *     StopLogging}
 * @param correction what to deploy; empty if nothing is missed or nothing within 1,024 characters
 *     was found
 * @param shared what several patterns have to do without instead, where that is the better mend
 */
public record Explanation(
    List<String> sees,
    List<Missing> missing,
    List<Optional<Misread>> misread,
    String summary,
    Optional<Correction> correction,
    Optional<Shared> shared) {
  public Explanation {
    sees = List.copyOf(sees);
    missing = List.copyOf(missing);
    misread = List.copyOf(misread);
  }

  /** All that is missed, whatever the reason. */
  public List<String> misses() {
    return missing.stream().flatMap(group -> group.names().stream()).toList();
  }

  /** The pattern to deploy, in place of one or beside all as {@link #correction} says. */
  public Optional<String> corrected() {
    return correction.map(Correction::pattern);
  }
}
