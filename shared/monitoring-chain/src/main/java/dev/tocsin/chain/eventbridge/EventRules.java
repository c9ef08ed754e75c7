package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.delivery.RuleTargets;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.AwsCommand;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.eventbridge.EventPatternProblem;
import dev.tocsin.filterpattern.eventbridge.ParsedEventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A rule tells someone of what it matches iff it is on the default bus, enabled, in a Region where
 * a trail records management events, its pattern is understood, and a target reaches someone.
 */
public final class EventRules implements RuleJudge {

  private static final String ENABLED = "ENABLED";
  private static final String ENABLED_WITH_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  /**
   * One entry for each rule whose pattern may match CloudTrail events, by Region and in the
   * snapshot's order; none for another account's events, which rules do not get.
   */
  @Override
  public List<RuleChain> judge(Snapshot snapshot, JudgeOptions options) {
    List<RuleChain> chains = new ArrayList<>();
    if (options.monitoringAccount().isPresent()) {
      return chains;
    }
    new TreeMap<>(snapshot.regions())
        .forEach(
            (region, monitoring) ->
                monitoring.rules().stream()
                    .filter(rule -> rule.managedBy() == null)
                    .filter(EventRules::mayMatchRecords)
                    .map(rule -> judge(rule, region, snapshot, options))
                    .forEach(chains::add));
    return chains;
  }

  private static RuleChain judge(
      EventRule rule, String region, Snapshot snapshot, JudgeOptions options) {
    List<Finding> findings = new ArrayList<>();
    Recording recording = Recording.in(region, snapshot);
    recording.missing().ifPresent(findings::add);
    findings.addAll(placement(rule, region, snapshot.account()));
    boolean reads = ENABLED_WITH_READS.equals(rule.state());
    ParsedEventPattern parsed = EventPattern.parse(rule.eventPattern());
    Optional<EventTest> test = Optional.empty();
    if (parsed instanceof EventPattern pattern) {
      test =
          Optional.of(
              new RuleTest(
                  rule.name(), region, pattern, Arrival.at(region, reads), recording.kept()));
    } else if (parsed instanceof EventPatternProblem problem) {
      findings.add(
          Fault.cannotShow(
                  "its pattern matches the events: expected %s, found %s"
                      .formatted(problem.expected(), problem.found()),
                  problem.fix())
              .on(Link.EVENT_RULE, rule.name()));
    }
    Reach reach =
        withRule(rule, region, findings, RuleTargets.judge(rule, region, snapshot, options));
    List<String> notes = new ArrayList<>(reach.notes());
    recording.granted().ifPresent(notes::add);
    return new RuleChain(
        rule.name(), region, test, findings, new Reach(reach.findings(), reach.evidence(), notes));
  }

  /**
   * What is wrong with where the rule is, and with its state.
   *
   * @param account whose rule it is
   */
  static List<Finding> placement(EventRule rule, String region, String account) {
    List<Finding> findings = new ArrayList<>();
    String events = "arn:%s:events:%s:%s:".formatted(Partition.of(region).id(), region, account);
    if (Arn.isNamed(rule.arn()) && !rule.arn().startsWith(events)) {
      findings.add(
          Fault.cannotShow(
                  "it is a rule of account %s in `%s`: its ARN is `%s`"
                      .formatted(account, region, rule.arn()),
                  "take the snapshot again")
              .on(Link.EVENT_RULE, rule.name()));
    }
    if (!Set.of("default", events + "event-bus/default").contains(rule.eventBusName())) {
      findings.add(
          finding(
              rule,
              "is on bus `%s`, but events of AWS services come to the default bus"
                  .formatted(rule.eventBusName()),
              "make the rule on the default bus"));
    } else if (Arn.isNamed(rule.arn()) && rule.arn().matches("arn:[^/]*:rule/[^/]+/.+")) {
      // The ARN of a rule on another bus has that bus before the name.
      findings.add(
          Fault.cannotShow(
                  "it is on the default bus: its ARN is `%s`".formatted(rule.arn()),
                  "take the snapshot again")
              .on(Link.EVENT_RULE, rule.name()));
    }
    if (!ENABLED_WITH_READS.equals(rule.state()) && !ENABLED.equals(rule.state())) {
      findings.add(
          finding(
              rule,
              "has state `" + rule.state() + "`",
              AwsCommand.run(region, "events", "enable-rule", "--name", rule.name())));
    }
    return findings;
  }

  static Reach withRule(EventRule rule, String region, List<Finding> findings, Reach targets) {
    List<Evidence> evidence = new ArrayList<>();
    if (findings.isEmpty()) {
      evidence.add(
          new Evidence(
              Link.EVENT_RULE,
              rule.name(),
              region,
              "has state `" + rule.state() + "`",
              Settings.of(rule)));
    }
    evidence.addAll(targets.evidence());
    return new Reach(targets.findings(), evidence, targets.notes());
  }

  /** False iff the pattern asks for detail types none of which comes from CloudTrail. */
  private static boolean mayMatchRecords(EventRule rule) {
    if (rule.eventPattern() == null) {
      return false;
    }
    try {
      JsonNode types = JsonTexts.read(rule.eventPattern()).path("detail-type");
      return types.isMissingNode()
          || StreamSupport.stream(types.spliterator(), false)
              .anyMatch(type -> !type.isTextual() || type.asText().endsWith("via CloudTrail"));
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  static Finding finding(EventRule rule, String problem, String fix) {
    return Fault.of(problem, fix).on(Link.EVENT_RULE, rule.name());
  }
}
