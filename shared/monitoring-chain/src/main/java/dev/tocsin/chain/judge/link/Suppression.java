package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.verdict.Fault;
import java.util.Optional;

/**
 * Whether a composite alarm's suppressor keeps it silent when the event comes. The actions are not
 * taken while the suppressor is in ALARM, nor for a while after it (CloudWatch user guide,
 * "Composite alarm action suppression"), so that it must be quiet now and not be raised by the
 * event itself.
 */
final class Suppression {
  private static final String FIX = "take the suppressor out, or let it leave ALARM";

  private final Alarms alarms;
  private final StirredAlarms stirred;

  Suppression(Alarms alarms, StirredAlarms stirred) {
    this.alarms = alarms;
    this.stirred = stirred;
  }

  /** What keeps it silent; empty iff nothing does. */
  Optional<Fault> fault(Alarm alarm) {
    if (!(alarm instanceof CompositeAlarm composite)) {
      return Optional.empty();
    }
    if (composite.actionsSuppressedBy() != null) {
      return Optional.of(
          Fault.of(
              "its actions are suppressed now, by `%s`".formatted(composite.actionsSuppressedBy()),
              FIX));
    }
    return composite.suppressor().flatMap(this::bySuppressor);
  }

  private Optional<Fault> bySuppressor(String name) {
    Optional<Alarm> suppressor = alarms.named(name);
    String state = suppressor.map(Alarm::stateValue).orElse("");
    if (AlarmStates.isAlarm(state)) {
      return Optional.of(
          Fault.of(
              "its actions are suppressed while alarm `%s` is in ALARM, as it is now"
                  .formatted(name),
              FIX));
    }
    if (!AlarmStates.isQuiet(state)) {
      return Optional.of(
          Fault.cannotShow(
              "its actions are not suppressed: the state of suppressor `%s` is %s"
                  .formatted(name, state.isEmpty() ? "unknown" : "`" + state + "`"),
              "take the suppressor out, or name one that exists"));
    }
    return suppressor.filter(stirred::contains).isPresent()
        ? Optional.of(
            Fault.cannotShow(
                "its actions are not suppressed when the event comes: such events raise suppressor `%s` too"
                    .formatted(name),
                "take the suppressor out, or name one that these events do not raise"))
        : Optional.empty();
  }
}
