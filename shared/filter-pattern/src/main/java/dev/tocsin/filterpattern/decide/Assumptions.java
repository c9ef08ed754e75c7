package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Kind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Adds literals to a state, and tells which of them a state has already settled. */
final class Assumptions {

  /** What a state says of a literal. */
  enum Status {
    HOLDS,
    FAILS,
    OPEN
  }

  private final Translation translation;
  private final boolean optimistic;
  private final Set<String> doubts = new LinkedHashSet<>();

  /**
   * Treats what is unknown as possible, or as impossible.
   *
   * @param optimistic if so, opaque literals hold or not as one likes, else they never help
   */
  Assumptions(Translation translation, boolean optimistic) {
    this.translation = translation;
    this.optimistic = optimistic;
  }

  /** The opaque literals that were asked for. */
  Set<String> doubts() {
    return doubts;
  }

  Status status(Literal literal, State state) {
    if (literal instanceof Literal.Field field) {
      return status(field, state);
    }
    if (state.assumes(literal)) {
      return Status.HOLDS;
    }
    if (state.assumes(translation.negation(literal))) {
      return Status.FAILS;
    }
    if (literal instanceof Literal.Elsewhere elsewhere) {
      return status(elsewhere, state);
    }
    if (literal instanceof Literal.Opaque opaque) {
      doubts.add(opaque.feature());
      return optimistic ? Status.OPEN : Status.FAILS;
    }
    return Status.OPEN;
  }

  private Status status(Literal.Field literal, State state) {
    Domain domain = state.domain(literal.node());
    if (domain.isMadeWith(literal.id())) {
      return Status.HOLDS;
    }
    if (domain.isMadeWith(literal.negationId())) {
      return Status.FAILS;
    }
    EnumSet<Kind> kinds = state.kinds(literal.node());
    if (state.narrowed(literal).isClearlyEmpty(kinds)) {
      return Status.FAILS;
    }
    Literal.Field negation = (Literal.Field) translation.negation(literal);
    return state.narrowed(negation).isClearlyEmpty(kinds) ? Status.HOLDS : Status.OPEN;
  }

  /** A text that holds another brings it along. */
  private Status status(Literal.Elsewhere literal, State state) {
    for (Literal other : state.others()) {
      if (other instanceof Literal.Elsewhere known) {
        if (known.positive() && known.text().contains(literal.text())) {
          return literal.positive() ? Status.HOLDS : Status.FAILS;
        }
        if (!known.positive() && literal.text().contains(known.text())) {
          return literal.positive() ? Status.FAILS : Status.HOLDS;
        }
      }
    }
    return Status.OPEN;
  }

  /**
   * Adds a literal; false if the state contradicts it in an obvious way. What is left of the node's
   * values is for {@link Shape} to see.
   */
  boolean add(Literal literal, State state) {
    if (status(literal, state) == Status.FAILS) {
      return false;
    }
    if (literal instanceof Literal.Field field) {
      state.narrow(field);
    } else {
      state.assume(literal);
    }
    return true;
  }
}
