package dev.tocsin.chain.alarm;

import java.util.List;

/** Whether an alarm fires for one matching event, and if not, why. */
public sealed interface Answer {

  /**
   * It changes to ALARM for the event and rests without it.
   *
   * @param notes what the reader should know all the same
   */
  record Fires(List<String> notes) implements Answer {
    public Fires {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It does not, or that cannot be shown.
   *
   * @param problem lower case, no final stop; begins with {@code cannot show} iff undecided
   * @param fix what to do
   */
  record Silent(String problem, String fix) implements Answer {}
}
