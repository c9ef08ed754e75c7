package dev.tocsin.chain.eventbridge;

import dev.tocsin.chain.delivery.RuleTargets;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges controls about events that a service sends to EventBridge and never to a trail: compliant
 * iff rules on the default bus of the snapshot's own Region, each leading to someone, together
 * match every required event. No trail, filter or alarm can help.
 */
public final class ServiceEventJudge {

  private final CoverageDecider decider = new CoverageDecider();

  /** The verdict on one control whose required pattern speaks about whole events. */
  public Verdict judge(Snapshot snapshot, Requirement requirement, JudgeOptions options) {
    List<RuleChain> chains =
        snapshot.in(snapshot.region()).map(RegionMonitoring::rules).orElse(List.of()).stream()
            .filter(rule -> rule.eventPattern() != null)
            .map(rule -> chain(rule, snapshot, options))
            .toList();
    List<RuleChain> holding = chains.stream().filter(RuleChain::holds).toList();
    Coverage coverage = decide(requirement, holding);
    if (coverage instanceof Coverage.Covered) {
      return verdict(
          requirement,
          ComplianceType.COMPLIANT,
          List.of(),
          evidence(requirement, holding),
          coverage);
    }
    List<Finding> findings =
        chains.stream()
            .filter(chain -> !chain.holds() && chain.test().isPresent())
            .filter(chain -> isCovered(requirement, with(holding, chain)))
            .findFirst()
            .map(ServiceEventJudge::findings)
            .orElseGet(() -> List.of(nothingSeesIt(snapshot, coverage)));
    return verdict(requirement, ComplianceType.NON_COMPLIANT, findings, List.of(), coverage);
  }

  private static RuleChain chain(EventRule rule, Snapshot snapshot, JudgeOptions options) {
    String region = snapshot.region();
    List<Finding> findings = EventRules.placement(rule, region, snapshot.account());
    Optional<EventTest> test =
        EventPattern.parse(rule.eventPattern()) instanceof EventPattern pattern
            ? Optional.of(pattern.onWholeEvents())
            : Optional.empty();
    return new RuleChain(
        rule.name(),
        region,
        test,
        findings,
        EventRules.withRule(
            rule, region, findings, RuleTargets.judge(rule, region, snapshot, options)));
  }

  /** Of a rule that covers all alone if there is one, else of all that hold. */
  private List<Evidence> evidence(Requirement requirement, List<RuleChain> holding) {
    List<RuleChain> needed =
        holding.stream()
            .filter(chain -> isCovered(requirement, List.of(chain)))
            .findFirst()
            .map(List::of)
            .orElse(holding);
    Set<Evidence> evidence = new LinkedHashSet<>();
    needed.forEach(chain -> evidence.addAll(chain.reach().evidence()));
    return List.copyOf(evidence);
  }

  private static List<Finding> findings(RuleChain chain) {
    List<Finding> findings = new ArrayList<>(chain.ownFindings());
    findings.addAll(chain.reach().findings());
    return findings;
  }

  private static Finding nothingSeesIt(Snapshot snapshot, Coverage coverage) {
    String fix =
        "run Tocsin-CreateEventRule, or put the control's event pattern on a rule with a topic as its target";
    return fault(coverage, fix).on(Link.EVENT_RULE, "default bus in " + snapshot.region());
  }

  private static Fault fault(Coverage coverage, String fix) {
    if (coverage instanceof Coverage.Undecided undecided) {
      return Fault.cannotShow("its rules match the events: " + undecided.reason(), fix);
    }
    if (coverage instanceof Coverage.Vacuous vacuous) {
      return Fault.cannotShow(
          "anything is seen: " + vacuous.reason(),
          "narrow the exemption until it leaves events to see");
    }
    return Fault.of(
        "the events never reach a trail, and no rule that matches them leads to someone", fix);
  }

  private Coverage decide(Requirement requirement, List<RuleChain> chains) {
    return decider.decide(
        requirement, chains.stream().map(chain -> chain.test().orElseThrow()).toList());
  }

  private boolean isCovered(Requirement requirement, List<RuleChain> chains) {
    return decide(requirement, chains) instanceof Coverage.Covered;
  }

  private static List<RuleChain> with(List<RuleChain> chains, RuleChain one) {
    List<RuleChain> more = new ArrayList<>(chains);
    more.add(one);
    return more;
  }

  private static Verdict verdict(
      Requirement requirement,
      ComplianceType type,
      List<Finding> findings,
      List<Evidence> evidence,
      Coverage coverage) {
    return new Verdict(
        requirement.name(),
        type,
        findings,
        evidence,
        coverage instanceof Coverage.Missed missed ? Optional.of(missed.event()) : Optional.empty(),
        List.of());
  }
}
