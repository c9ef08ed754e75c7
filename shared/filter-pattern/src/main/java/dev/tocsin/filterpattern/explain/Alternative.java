package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.syntax.Expression;
import java.util.Optional;

/**
 * One of the kinds of event that a requirement is about.
 *
 * @param name an event name, or the text of a clause
 * @param clause what tells it from the others
 * @param requirement the requirement narrowed to it
 * @param example one such event, if one was found
 */
record Alternative(
    String name, Expression clause, Requirement requirement, Optional<ObjectNode> example) {

  /** Whether the event is one of these. */
  boolean has(JsonNode event) {
    return requirement.required().matches(event);
  }
}
