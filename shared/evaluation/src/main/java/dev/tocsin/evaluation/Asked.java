package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a control asks for under a rule's parameters at a moment.
 *
 * @param requirement what must be seen
 * @param exempt what is left out of it: the exemptions that exempt an event of the control
 * @param ended exemptions that did, and do no more
 */
public record Asked(Requirement requirement, List<Exemption> exempt, List<Exemption> ended) {
  private static final CoverageDecider DECIDER = new CoverageDecider();

  public Asked {
    exempt = List.copyOf(exempt);
    ended = List.copyOf(ended);
  }

  /**
   * What is asked of any account.
   *
   * @throws NothingToSee if the exemptions leave no event of the control
   */
  public static Asked of(Control control, RuleParameters parameters, Instant now) {
    return of(control.requirement(parameters.benchmark(), List.of()), parameters.exempt(), now);
  }

  /**
   * What is asked of the snapshot's account when it was taken.
   *
   * @throws NothingToSee if the exemptions leave no event of the control
   */
  static Asked of(Control control, RuleParameters parameters, Snapshot snapshot) {
    Requirement ofAccount =
        control.requirement(
            parameters.benchmark(), List.of(), snapshot.account(), snapshot.region());
    return of(ofAccount, parameters.exempt(), snapshot.takenAt());
  }

  private static Asked of(Requirement whole, Exemptions exemptions, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Exemption> exempt = about(whole, exemptions.holding(whole.name(), day));
    Requirement requirement = without(whole, exempt);
    if (!exempt.isEmpty() && isNothing(requirement)) {
      List<Exemption> alone =
          exempt.stream().filter(one -> isNothing(without(whole, List.of(one)))).toList();
      throw NothingToSee.of(whole.name(), alone.isEmpty() ? exempt : alone);
    }
    return new Asked(requirement, exempt, about(whole, exemptions.ended(whole.name(), day)));
  }

  /** The exemptions that exempt an event of it, or may: an exemption may serve many controls. */
  private static List<Exemption> about(Requirement whole, List<Exemption> exemptions) {
    return exemptions.stream()
        .filter(one -> !isNothing(whole.with(new Fact(one.name(), one.events(), "the rule"))))
        .toList();
  }

  private static Requirement without(Requirement whole, List<Exemption> exempt) {
    return whole.exempting(exempt.stream().map(Exemption::events).toList());
  }

  private static boolean isNothing(Requirement requirement) {
    return DECIDER.decide(requirement, List.of()) instanceof Coverage.Vacuous;
  }
}
