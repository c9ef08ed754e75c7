package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a search has assumed so far: a domain for each node, and literals that concern no node. */
final class State {

  private final DomainTable table;
  private final Domain[] domains;
  private final List<Set<Kind>> limits;
  private final List<EnumSet<Kind>> kinds;
  private final Map<Integer, Literal> others;

  /** Nothing is assumed but that the root has one of some kinds. */
  State(int nodes, DomainTable table, Set<Kind> rootKinds) {
    this.table = table;
    domains = new Domain[nodes];
    Arrays.fill(domains, table.everything());
    EnumSet<Kind> all = EnumSet.allOf(Kind.class);
    limits = new ArrayList<>(Collections.nCopies(nodes, all));
    kinds = new ArrayList<>(Collections.nCopies(nodes, all));
    limits.set(0, rootKinds);
    others = new LinkedHashMap<>();
  }

  State(State original) {
    table = original.table;
    domains = original.domains.clone();
    limits = new ArrayList<>(original.limits);
    kinds = new ArrayList<>(original.kinds);
    others = new LinkedHashMap<>(original.others);
  }

  Domain domain(PathTree.Node node) {
    return domains[node.number()];
  }

  /** What the domain of a literal's node would be if the literal held. */
  Domain narrowed(Literal.Field literal) {
    return table.and(domain(literal.node()), literal);
  }

  void narrow(Literal.Field literal) {
    domains[literal.node().number()] = narrowed(literal);
  }

  /** The kinds a node may have, whatever its domain says. */
  Set<Kind> limit(PathTree.Node node) {
    return limits.get(node.number());
  }

  void settle(PathTree.Node node, JsonNode value) {
    domains[node.number()] = table.settledOn(value);
  }

  /** The kinds a node can still have, given the nodes around it; narrowed by {@link Shape}. */
  EnumSet<Kind> kinds(PathTree.Node node) {
    return kinds.get(node.number());
  }

  void setKinds(PathTree.Node node, EnumSet<Kind> possible) {
    kinds.set(node.number(), possible);
  }

  /** Literals about elements, text and what is opaque, in the order in which they were assumed. */
  Collection<Literal> others() {
    return others.values();
  }

  boolean assumes(Literal literal) {
    return others.containsKey(literal.id());
  }

  void assume(Literal literal) {
    others.put(literal.id(), literal);
  }
}
