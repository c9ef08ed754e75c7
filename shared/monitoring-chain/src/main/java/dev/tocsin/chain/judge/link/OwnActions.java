package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.AlarmMuteRule;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an alarm that enters ALARM tells someone by its own actions. */
final class OwnActions {
  /** An alarm that has been in ALARM for so long did not get there by a recent event. */
  private static final Duration STUCK = Duration.ofDays(2);

  private final Snapshot snapshot;
  private final String region;
  private final RegionMonitoring monitoring;
  private final ActionJudge judge;
  private final JudgeOptions options;

  OwnActions(
      Snapshot snapshot,
      String region,
      RegionMonitoring monitoring,
      ActionJudge judge,
      JudgeOptions options) {
    this.snapshot = snapshot;
    this.region = region;
    this.monitoring = monitoring;
    this.judge = judge;
    this.options = options;
  }

  Reach of(Alarm alarm) {
    Optional<Fault> problem =
        Stream.of(enabled(alarm), listed(alarm), muted(alarm), suppressed(alarm), stuck(alarm))
            .flatMap(Optional::stream)
            .findFirst();
    if (problem.isPresent()) {
      return Reach.broken(List.of(problem.get().on(Link.ALARM, alarm.alarmName())));
    }
    List<Reach> reaches =
        alarm.alarmActions().stream()
            .sorted()
            .map(action -> judge.judge(alarm, region, action, snapshot, options))
            .sorted(Comparator.comparingInt(reach -> reach.findings().size()))
            .toList();
    Reach best = reaches.get(0);
    if (!best.reaches()) {
      return best;
    }
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        new Evidence(
            Link.ALARM, alarm.alarmName(), region, "fires for one event and has its actions on"));
    evidence.addAll(best.evidence());
    return new Reach(List.of(), evidence, best.notes());
  }

  private static Optional<Fault> enabled(Alarm alarm) {
    return alarm.actionsEnabled()
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "its actions are disabled",
                "run `aws cloudwatch enable-alarm-actions --alarm-names "
                    + alarm.alarmName()
                    + "`"));
  }

  private static Optional<Fault> listed(Alarm alarm) {
    if (!alarm.alarmActions().isEmpty()) {
      return Optional.empty();
    }
    boolean others = !alarm.okActions().isEmpty() || !alarm.insufficientDataActions().isEmpty();
    return Optional.of(
        Fault.of(
            others ? "has no action for ALARM, only for other states" : "has no action for ALARM",
            "add an SNS topic to its alarm actions"));
  }

  private Optional<Fault> muted(Alarm alarm) {
    for (AlarmMuteRule rule : monitoring.alarmMuteRules()) {
      if (!rule.muteTargets().alarmNames().contains(alarm.alarmName())) {
        continue;
      }
      if ("ACTIVE".equals(rule.status())) {
        return Optional.of(
            Fault.of(
                "is muted now by alarm mute rule `" + rule.name() + "`",
                "delete or shorten the mute rule"));
      }
      if (rule.status() == null) {
        return Optional.of(
            Fault.cannotShow(
                "it is not muted: the status of mute rule `" + rule.name() + "` is unknown",
                "take the snapshot with the rule's status"));
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> suppressed(Alarm alarm) {
    if (!(alarm instanceof CompositeAlarm composite) || composite.suppressor().isEmpty()) {
      return Optional.empty();
    }
    String suppressor = composite.suppressor().get();
    Optional<String> state =
        Stream.of(monitoring.metricAlarms(), monitoring.compositeAlarms(), monitoring.logAlarms())
            .flatMap(List::stream)
            .filter(
                other ->
                    suppressor.equals(other.alarmName())
                        || suppressor.endsWith(":alarm:" + other.alarmName()))
            .map(other -> Optional.ofNullable(other.stateValue()).orElse(""))
            .findFirst();
    if (state.filter("ALARM"::equals).isPresent()) {
      return Optional.of(
          Fault.of(
              "its actions are suppressed while alarm `"
                  + suppressor
                  + "` is in ALARM, as it is now",
              "take the suppressor out, or let it leave ALARM"));
    }
    return state.filter(known -> !known.isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(
            Fault.cannotShow(
                "its actions are not suppressed: the state of suppressor `"
                    + suppressor
                    + "` is unknown",
                "take the suppressor out, or name one that exists"));
  }

  private Optional<Fault> stuck(Alarm alarm) {
    boolean stuck =
        "ALARM".equals(alarm.stateValue())
            && alarm.stateTransitionedTimestamp() != null
            && Duration.between(alarm.stateTransitionedTimestamp(), options.now()).compareTo(STUCK)
                > 0;
    return stuck
        ? Optional.of(
            Fault.of(
                "has been in ALARM since "
                    + alarm.stateTransitionedTimestamp()
                    + ", and an alarm tells on a change of state only",
                "find out what keeps it in ALARM and end that"))
        : Optional.empty();
  }
}
