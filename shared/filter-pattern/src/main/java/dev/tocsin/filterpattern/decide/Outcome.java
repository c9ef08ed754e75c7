package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Base;
import java.util.Optional;

/** Whether some event is missed. */
sealed interface Outcome {

  /**
   * An event that answers the question; replayed.
   *
   * @param base the record that the event is, as it stands; empty if it was changed
   */
  record Missed(ObjectNode event, Optional<Base> base) implements Outcome {}

  /** No event does. */
  record None() implements Outcome {}

  /** Neither could be shown. */
  record Unknown(String reason) implements Outcome {}
}
