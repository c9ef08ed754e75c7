package dev.tocsin.chain.policy;

import java.util.List;
import java.util.Optional;

/**
 * One of Kleene's three values.
 *
 * @param why for no and unknown, in words; empty for yes
 */
record Truth(Value value, String why) {

  enum Value {
    YES,
    NO,
    UNKNOWN
  }

  static Truth yes() {
    return new Truth(Value.YES, "");
  }

  static Truth no(String reason) {
    return new Truth(Value.NO, reason);
  }

  static Truth unknown(String what) {
    return new Truth(Value.UNKNOWN, what);
  }

  static Truth of(boolean value, String reasonIfNot) {
    return value ? yes() : no(reasonIfNot);
  }

  boolean is(Value wanted) {
    return value == wanted;
  }

  /** No if any part is no, else unknown if any part is, else yes. */
  static Truth all(List<Truth> parts) {
    return first(parts, Value.NO).or(() -> first(parts, Value.UNKNOWN)).orElseGet(Truth::yes);
  }

  /** Yes if any part is yes, else unknown if any part is, else no for the given reason. */
  static Truth any(List<Truth> parts, String reasonIfNone) {
    return first(parts, Value.YES)
        .or(() -> first(parts, Value.UNKNOWN))
        .orElseGet(() -> no(reasonIfNone));
  }

  /** Yes becomes no for the given reason, no becomes yes, unknown stays. */
  Truth negated(String reasonIfYes) {
    return switch (value) {
      case YES -> no(reasonIfYes);
      case NO -> yes();
      case UNKNOWN -> this;
    };
  }

  private static Optional<Truth> first(List<Truth> parts, Value wanted) {
    return parts.stream().filter(part -> part.is(wanted)).findFirst();
  }
}
