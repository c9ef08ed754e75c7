package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All domains of one question, each made once. */
final class DomainTable {

  /** Domains of one search, so that memory is bounded beside the steps. */
  private static final int MAX_DOMAINS = 200_000;

  private final Clues clues;
  private final StepBudget budget;
  private final Map<List<Integer>, Domain> domains = new HashMap<>();
  private final Domain everything;

  DomainTable(Clues clues, StepBudget budget) {
    this.clues = clues;
    this.budget = budget;
    this.everything = new Domain(clues, List.of(), List.of());
  }

  /** Every value. */
  Domain everything() {
    return everything;
  }

  /** One value, missing if there is none, for a node that is settled. */
  Domain settledOn(JsonNode value) {
    return new Domain(clues, value);
  }

  /** The values of a domain that also fulfil one more literal of the same node. */
  Domain and(Domain domain, Literal.Field literal) {
    budget.spend(1);
    int at = Collections.binarySearch(domain.literals(), literal.id());
    if (at >= 0) {
      return domain;
    }
    List<Integer> literals = new ArrayList<>(domain.literals());
    literals.add(-at - 1, literal.id());
    Domain known = domains.get(literals);
    if (known == null) {
      if (domains.size() == MAX_DOMAINS) {
        throw new Unsupported("more than " + MAX_DOMAINS + " combinations of values");
      }
      List<ValueSet> sets = new ArrayList<>(domain.sets());
      sets.add(literal.values());
      known = new Domain(clues, List.copyOf(literals), sets);
      domains.put(known.literals(), known);
    }
    return known;
  }
}
