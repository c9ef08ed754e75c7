package dev.tocsin.chain.policy;

import java.util.Optional;

/** What a resource policy says to a request. */
public sealed interface Access {

  /**
   * A statement allows the request and none denies it.
   *
   * @param statement the {@code Sid} of that statement, or its position, for messages
   */
  record Allowed(String statement) implements Access {}

  /**
   * No statement allows the request, or one denies it.
   *
   * @param reason which statement came closest and what it asks for, in words
   * @param deniedBy the statement that denies it, named as in {@link Allowed}; empty iff none does
   */
  record NotAllowed(String reason, Optional<String> deniedBy) implements Access {}

  /**
   * The answer hangs on something the policy asks about that cannot be known from outside, or that
   * this evaluator does not understand.
   *
   * @param what the element, operator or condition key, in words
   */
  record CannotTell(String what) implements Access {}
}
