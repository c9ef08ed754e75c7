package dev.tocsin.chain.remedy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects a plan; the same call or the same advice for two controls stands in it once. */
final class PlanBuilder {

  private final Set<PlannedCall> calls = new LinkedHashSet<>();
  private final Set<String> byHand = new LinkedHashSet<>();

  void add(PlannedCall call) {
    calls.add(call);
  }

  void byHand(String advice) {
    byHand.add(advice);
  }

  void addAll(PlanBuilder other) {
    calls.addAll(other.calls);
    byHand.addAll(other.byHand);
  }

  boolean isEmpty() {
    return calls.isEmpty() && byHand.isEmpty();
  }

  RemediationPlan build() {
    return new RemediationPlan(new ArrayList<>(calls), List.copyOf(byHand));
  }
}
