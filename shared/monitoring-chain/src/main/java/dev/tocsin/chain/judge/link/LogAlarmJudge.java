package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.LogAlarmTiming;
import dev.tocsin.chain.alarm.Response;
import dev.tocsin.chain.judge.fit.EverydayEvents;
import dev.tocsin.chain.language.InsightsQuery;
import dev.tocsin.chain.model.AccountPolicy;
import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a log alarm, which queries the log group itself, to a person. */
final class LogAlarmJudge {
  private static final String FIX = "put a metric filter and a metric alarm on the log group";

  private final TrailPath.Group group;
  private final String account;
  private final AlarmWays ways;
  private final EventTest required;
  private final int events;

  LogAlarmJudge(
      TrailPath.Group group, String account, AlarmWays ways, EventTest required, int events) {
    this.group = group;
    this.account = account;
    this.ways = ways;
    this.required = required;
    this.events = events;
  }

  /** Empty iff the alarm does not query the group. */
  Optional<Candidate> judge(LogAlarm alarm) {
    if (alarm.scheduledQueryConfiguration() == null
        || alarm.scheduledQueryConfiguration().logGroupIdentifiers().stream()
            .noneMatch(this::isGroup)) {
      return Optional.empty();
    }
    String query = String.valueOf(alarm.scheduledQueryConfiguration().queryString());
    Optional<FilterPattern> pattern = InsightsQuery.parse(query);
    List<Fault> problems = new ArrayList<>();
    if (pattern.isEmpty()) {
      problems.add(
          Fault.cannotShow("its query sees the events: `" + query + "` is not decided", FIX));
    }
    pattern
        .flatMap(test -> EverydayEvents.matchedBy(test, required))
        .ifPresent(
            events ->
                problems.add(
                    Fault.of(
                        "also counts everyday events such as "
                            + events
                            + ", which keep it in ALARM",
                        "narrow the query to the control's events")));
    if (isTransformed()) {
      problems.add(
          Fault.cannotShow(
              "its query sees the events: a log transformer rewrites those of log group `"
                  + group.name()
                  + "`",
              "remove the transformer, or " + FIX));
    }
    if (pattern.isPresent()
        && LogAlarmTiming.judge(alarm, events) instanceof Response.Silent silent) {
      problems.add(silent.fault());
    }
    List<Finding> findings = new ArrayList<>();
    problems.forEach(problem -> findings.add(problem.on(Link.ALARM, alarm.alarmName())));
    Reach reach = ways.from(alarm, Together.NONE);
    findings.addAll(reach.findings());
    return Optional.of(
        new Candidate(
            Link.ALARM,
            alarm.alarmName(),
            group.region(),
            pattern.map(test -> test),
            findings,
            reach.evidence(),
            reach.notes()));
  }

  /** By a transformer of its own or by one of the account's, whichever groups that is for. */
  private boolean isTransformed() {
    return group.monitoring().logGroups().stream()
            .filter(one -> one.logGroupName().equals(group.name()))
            .anyMatch(one -> one.transformer() != null && !one.transformer().processors().isEmpty())
        || group.monitoring().accountPolicies().stream()
            .anyMatch(policy -> policy.policyType().equals(AccountPolicy.TRANSFORMER));
  }

  private boolean isGroup(String nameOrArn) {
    String arn =
        "arn:%s:logs:%s:%s:log-group:%s"
            .formatted(Partition.of(group.region()).id(), group.region(), account, group.name());
    return Set.of(group.name(), arn, arn + ":*").contains(nameOrArn);
  }
}
