package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.AlarmMuteRule;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.AwsCommand;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an alarm that enters ALARM tells someone by its own actions. */
final class OwnActions {
  private final Snapshot snapshot;
  private final String region;
  private final RegionMonitoring monitoring;
  private final ActionJudge judge;
  private final JudgeOptions options;
  private final Suppression suppression;
  private final StuckAlarms stuck;
  private final Alarms alarms;

  OwnActions(
      Snapshot snapshot,
      String region,
      RegionMonitoring monitoring,
      ActionJudge judge,
      JudgeOptions options,
      Suppression suppression,
      StuckAlarms stuck,
      Alarms alarms) {
    this.snapshot = snapshot;
    this.region = region;
    this.monitoring = monitoring;
    this.judge = judge;
    this.options = options;
    this.suppression = suppression;
    this.stuck = stuck;
    this.alarms = alarms;
  }

  Reach of(Alarm alarm) {
    Optional<Fault> fault =
        Stream.of(
                itself(alarm),
                enabled(alarm),
                listed(alarm),
                muted(alarm),
                suppression.fault(alarm),
                stuck.fault(alarm))
            .flatMap(Optional::stream)
            .findFirst();
    if (fault.isPresent()) {
      return Reach.broken(List.of(fault.get().on(Link.ALARM, alarm.alarmName())));
    }
    List<Reach> reaches =
        alarm.alarmActions().stream()
            .sorted()
            .map(action -> judge.judge(alarm, region, action, snapshot, options))
            .sorted(Comparator.comparingInt(reach -> reach.findings().size()))
            .toList();
    Evidence itself =
        new Evidence(
            Link.ALARM,
            alarm.alarmName(),
            region,
            "fires for one event and has its actions on",
            Settings.of(alarm));
    Reach best = reaches.get(0).behind(itself);
    if (!best.reaches()) {
      return best;
    }
    List<String> notes = new ArrayList<>(best.notes());
    scheduled(alarm)
        .map(rule -> "alarm `%s` %s".formatted(alarm.alarmName(), MuteSchedule.note(rule)))
        .forEach(notes::add);
    return new Reach(List.of(), best.evidence(), notes);
  }

  /** The ARN is what policies of topics and keys see, so that another one is no small matter. */
  private Optional<Fault> itself(Alarm alarm) {
    return alarms.hasItsOwnArn(alarm)
        ? Optional.empty()
        : Optional.of(
            Fault.cannotShow(
                "it is an alarm of this account in `%s`: its ARN is `%s`"
                    .formatted(region, alarm.alarmArn()),
                "take the snapshot again"));
  }

  private Optional<Fault> enabled(Alarm alarm) {
    return alarm.actionsEnabled()
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "its actions are disabled",
                AwsCommand.run(
                    region,
                    "cloudwatch",
                    "enable-alarm-actions",
                    "--alarm-names",
                    alarm.alarmName())));
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
    for (AlarmMuteRule rule : rules(alarm)) {
      if ("ACTIVE".equals(rule.status())) {
        return Optional.of(
            Fault.of(
                "is muted now by alarm mute rule `%s`".formatted(rule.name()),
                "delete or shorten the mute rule"));
      }
      if (!"SCHEDULED".equals(rule.status()) && !"EXPIRED".equals(rule.status())) {
        return Optional.of(
            Fault.cannotShow(
                "it is not muted: the status of mute rule `%s` is unknown".formatted(rule.name()),
                "take the snapshot with the rule's status"));
      }
    }
    return MuteSchedule.fault(scheduled(alarm).toList());
  }

  private Stream<AlarmMuteRule> scheduled(Alarm alarm) {
    return rules(alarm).stream().filter(rule -> "SCHEDULED".equals(rule.status()));
  }

  private List<AlarmMuteRule> rules(Alarm alarm) {
    return monitoring.alarmMuteRules().stream()
        .filter(rule -> rule.muteTargets().alarmNames().contains(alarm.alarmName()))
        .toList();
  }
}
