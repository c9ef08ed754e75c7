package dev.tocsin.chain.verdict;

import java.util.Locale;
import java.util.Optional;

/**
 * Alarm actions other than an SNS topic that the rule's parameter {@code acceptedActions} names.
 */
public enum ActionKind {
  LAMBDA,
  SSM_OPS_ITEM,
  INCIDENT_MANAGER;

  /**
   * The name in {@code acceptedActions}: {@code lambda}, {@code ssm-ops-item}, {@code
   * incident-manager}.
   */
  public String parameterValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name; empty iff there is none. */
  public static Optional<ActionKind> of(String parameterValue) {
    for (ActionKind kind : values()) {
      if (kind.parameterValue().equals(parameterValue)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
