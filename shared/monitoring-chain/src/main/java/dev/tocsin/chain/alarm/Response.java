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
    return new Silent(Fault.of(problem, fix), false);
  }

  /** It may fire, but that cannot be shown. */
  static Response cannotShow(String what, String fix) {
    return new Silent(Fault.cannotShow(what, fix), false);
  }

  /** The events do not reach its threshold, or that cannot be shown; more of them may. */
  static Response unbreached(Fault fault) {
    return new Silent(fault, true);
  }

  /**
   * It does not, or that cannot be shown.
   *
   * @param unbreached whether that is because of the threshold alone
   */
  record Silent(Fault fault, boolean unbreached) implements Response {

    /** Whatever the threshold is. */
    public Silent(Fault fault) {
      this(fault, false);
    }
  }
}
