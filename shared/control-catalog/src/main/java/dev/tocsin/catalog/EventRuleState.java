package dev.tocsin.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The state that the EventBridge rule of a control must have to be shown all its events. */
public enum EventRuleState {
  /** The rule is shown calls that write, sign-ins and events of services. */
  ENABLED("ENABLED"),
  /** The rule is shown calls that read as well. */
  ALL_MANAGEMENT_EVENTS("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

  private final String id;

  EventRuleState(String id) {
    this.id = id;
  }

  /** The state of that name, or nothing. */
  static Optional<EventRuleState> of(String id) {
    return Arrays.stream(values()).filter(state -> state.id.equals(id)).findFirst();
  }

  /** The name that PutRule takes, and {@code control.json}. */
  @Override
  public String toString() {
    return id;
  }
}
