package dev.tocsin.filterpattern.explain;

import java.util.List;
import java.util.Optional;

/**
 * Conditions that several deployed patterns make alike, and that keep required events from them.
 * Decided: where each of the patterns is deployed without them, and {@code beside} as well, nothing
 * is missed, and nothing is seen that nobody asked for.
 *
 * @param conditions at least one, as printed
 * @param positions of the deployed tests that make them, at least two
 * @param beside a pattern of what they do not see without them either, as a filter of its own
 * @param leftOut what the conditions leave out, as an exemption, if that looks deliberate
 */
public record Shared(
    List<String> conditions,
    List<Integer> positions,
    Optional<String> beside,
    Optional<String> leftOut) {
  public Shared {
    conditions = List.copyOf(conditions);
    positions = List.copyOf(positions);
  }
}
