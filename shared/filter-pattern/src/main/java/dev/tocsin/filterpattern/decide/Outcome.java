package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether some event is missed. */
sealed interface Outcome {

  /** An event that answers the question; replayed. */
  record Missed(ObjectNode event) implements Outcome {}

  /** No event does. */
  record None() implements Outcome {}

  /** Neither could be shown. */
  record Unknown(String reason) implements Outcome {}
}
