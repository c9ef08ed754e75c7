package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Exclusion;
import java.util.List;
import java.util.Optional;

/**
 * Required events that are missed for one reason.
 *
 * @param names event names, or other alternatives of the required pattern
 * @param event one of them, as a whole record; empty if coverage could not be decided
 * @param nearest the position of the deployed test that is nearest to it; -1 if none is deployed or
 *     coverage could not be decided
 * @param exclusion why that test does not match it
 * @param reason in words; empty if the events are just not named
 */
public record Missing(
    List<String> names,
    Optional<ObjectNode> event,
    int nearest,
    Optional<Exclusion> exclusion,
    String reason) {
  public Missing {
    names = List.copyOf(names);
  }
}
