package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.decide.Formula.And;
import dev.tocsin.filterpattern.decide.Formula.Atom;
import dev.tocsin.filterpattern.decide.Formula.Or;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a state in which a formula holds: asserts what must hold, drops what cannot, tries the
 * alternatives of the smallest disjunction that is left. Parts of the formula that share no node
 * are searched one after the other instead of in each other's branches.
 */
final class Search {

  /** Ends a search that is begun anew. */
  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super(null, null, false, false);
    }
  }

  /**
   * Branches before a search begins anew and looks ahead. Looking ahead settles the whole formula
   * for each alternative, which pays only where a search would go astray for long.
   */
  private static final int PATIENCE = 60;

  private final Translation translation;
  private final Shape shape;
  private final Assumptions assumptions;
  private final Components components;
  private final StepBudget budget;
  private int branches;
  private boolean lookingAhead;

  Search(Translation translation, Shape shape, Assumptions assumptions, StepBudget budget) {
    this.translation = translation;
    this.shape = shape;
    this.assumptions = assumptions;
    this.components = new Components(translation);
    this.budget = budget;
  }

  /** A state that fulfils the translated formula; empty iff there is none. */
  Optional<State> find(State start) {
    if (!shape.fit(start)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(solve(new State(start), List.of(translation.formula())));
    } catch (OutOfPatience e) {
      lookingAhead = true;
      return Optional.ofNullable(solve(start, List.of(translation.formula())));
    }
  }

  /** Narrows {@code state}, which is the caller's no longer; null if it cannot fulfil them all. */
  private State solve(State state, List<Formula> wanted) {
    List<Formula> open = settle(state, wanted);
    if (open == null) {
      return null;
    }
    List<List<Formula>> parts = components.split(open);
    if (parts.size() > 1) {
      State solved = state;
      for (List<Formula> part : parts) {
        solved = solve(solved, part);
        if (solved == null) {
          return null;
        }
      }
      return solved;
    }
    return open.isEmpty() ? state : branch(state, open);
  }

  private State branch(State state, List<Formula> undecided) {
    branches++;
    if (branches == PATIENCE) {
      throw new OutOfPatience();
    }
    List<Formula> open = lookingAhead ? lookAhead(state, undecided) : undecided;
    int smallest = 0;
    for (int i = 1; i < open.size(); i++) {
      if (alternatives(open.get(i)).size() < alternatives(open.get(smallest)).size()) {
        smallest = i;
      }
    }
    List<Formula> rest = new ArrayList<>(open);
    rest.remove(smallest);
    for (Formula alternative : alternatives(open.get(smallest))) {
      List<Formula> wanted = new ArrayList<>();
      wanted.add(alternative);
      wanted.addAll(rest);
      State solved = solve(new State(state), wanted);
      if (solved != null) {
        return solved;
      }
      // What has failed need not be tried together with a later alternative.
      if (alternative instanceof Atom atom) {
        rest.add(new Atom(translation.negation(atom.literal())));
      }
    }
    return null;
  }

  private static List<Formula> alternatives(Formula open) {
    return open instanceof Or or ? or.parts() : List.of(open);
  }

  /** Drops the alternatives that fail at once. Costly, so only where a search takes long. */
  private List<Formula> lookAhead(State state, List<Formula> open) {
    List<Formula> left = new ArrayList<>();
    for (Formula formula : open) {
      List<Formula> possible = new ArrayList<>();
      for (Formula alternative : alternatives(formula)) {
        List<Formula> wanted = new ArrayList<>();
        wanted.add(alternative);
        wanted.addAll(open);
        if (settle(new State(state), wanted) != null) {
          possible.add(alternative);
        }
      }
      left.add(Formula.or(possible));
      if (possible.isEmpty()) {
        return left;
      }
    }
    return left;
  }

  /**
   * Asserts in {@code state} all that must hold, until nothing more follows; null if that is
   * impossible, and then the state is good for nothing more. For {@code a ∉ x* ∧ (a ∈ {x} ∨ b ∈
   * {y})}: asserts {@code a ∉ x*}, which makes {@code a ∈ {x}} fail, then {@code b ∈ {y}}, which is
   * all that is left of the disjunction.
   *
   * @return the disjunctions that are left
   */
  private List<Formula> settle(State state, List<Formula> wanted) {
    List<Formula> open = wanted;
    while (true) {
      List<Formula> left = new ArrayList<>();
      boolean narrowed = false;
      for (Formula formula : open) {
        Formula simpler = simplify(formula, state);
        if (simpler.equals(Formula.FALSE)) {
          return null;
        }
        for (Formula part : simpler instanceof And and ? and.parts() : List.of(simpler)) {
          if (part instanceof Atom atom) {
            if (!assumptions.add(atom.literal(), state)) {
              return null;
            }
            narrowed = true;
          } else {
            left.add(part);
          }
        }
      }
      if (!narrowed) {
        return left;
      }
      if (!shape.fit(state)) {
        return null;
      }
      open = left;
    }
  }

  private Formula simplify(Formula formula, State state) {
    if (formula instanceof Atom atom) {
      budget.spend(1);
      return switch (assumptions.status(atom.literal(), state)) {
        case HOLDS -> Formula.TRUE;
        case FAILS -> Formula.FALSE;
        case OPEN -> formula;
      };
    }
    boolean conjunction = formula instanceof And;
    Formula settling = conjunction ? Formula.FALSE : Formula.TRUE;
    List<Formula> parts = conjunction ? ((And) formula).parts() : ((Or) formula).parts();
    List<Formula> simpler = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      Formula simplified = simplify(part, state);
      if (simplified.equals(settling)) {
        return settling;
      }
      simpler.add(simplified);
    }
    return conjunction ? Formula.and(simpler) : Formula.or(simpler);
  }
}
