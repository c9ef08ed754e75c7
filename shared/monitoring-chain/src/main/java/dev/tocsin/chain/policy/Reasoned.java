package dev.tocsin.chain.policy;

import dev.tocsin.filterpattern.condition.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Whether something holds, with the reason.
 *
 * @param why for false and unknown, in words; empty for true
 */
record Reasoned(Truth value, String why) {

  static Reasoned yes() {
    return new Reasoned(Truth.TRUE, "");
  }

  static Reasoned no(String reason) {
    return new Reasoned(Truth.FALSE, reason);
  }

  static Reasoned unknown(String what) {
    return new Reasoned(Truth.UNKNOWN, what);
  }

  static Reasoned of(boolean value, String reasonIfNot) {
    return value ? yes() : no(reasonIfNot);
  }

  boolean is(Truth wanted) {
    return value == wanted;
  }

  /** No if any part is no, else unknown if any part is, else yes. */
  static Reasoned all(List<Reasoned> parts) {
    return first(parts, Truth.FALSE).or(() -> first(parts, Truth.UNKNOWN)).orElseGet(Reasoned::yes);
  }

  /** Yes if any part is yes, else unknown if any part is, else no for the given reason. */
  static Reasoned any(List<Reasoned> parts, String reasonIfNone) {
    return first(parts, Truth.TRUE)
        .or(() -> first(parts, Truth.UNKNOWN))
        .orElseGet(() -> no(reasonIfNone));
  }

  /** Yes becomes no for the given reason, no becomes yes, unknown stays. */
  Reasoned negated(String reasonIfYes) {
    return switch (value) {
      case TRUE -> no(reasonIfYes);
      case FALSE -> yes();
      case UNKNOWN -> this;
    };
  }

  private static Optional<Reasoned> first(List<Reasoned> parts, Truth wanted) {
    return parts.stream().filter(part -> part.is(wanted)).findFirst();
  }
}
