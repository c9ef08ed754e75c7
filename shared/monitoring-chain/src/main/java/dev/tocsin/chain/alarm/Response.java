package dev.tocsin.chain.alarm;

import dev.tocsin.chain.verdict.Fault;
import java.util.List;

/** Whether an alarm fires for one matching event, and if not, why. */
public sealed interface Response {

  /**
   * It changes to ALARM for the event and rests without it.
   *
   * @param notes what the reader should know all the same
   */
  record Fires(List<String> notes) implements Response {
    public Fires {
      notes = List.copyOf(notes);
    }
  }

  /** It does not fire. */
  static Response silent(String problem, String fix) {
    return new Silent(Fault.of(problem, fix));
  }

  /** It may fire, but that cannot be shown. */
  static Response cannotShow(String what, String fix) {
    return new Silent(Fault.cannotShow(what, fix));
  }

  /** It does not, or that cannot be shown. */
  record Silent(Fault fault) implements Response {}
}
