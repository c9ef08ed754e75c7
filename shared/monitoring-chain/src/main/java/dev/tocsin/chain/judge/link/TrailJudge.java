package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.judge.fit.Events;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.model.TrailStatus;
import dev.tocsin.chain.trail.TrailSelection;
import dev.tocsin.chain.verdict.AwsCommand;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges one trail: it holds iff it is multi-Region and logging, records all management events that
 * the control needs, reads and writes and global services included, and delivers them to CloudWatch
 * Logs.
 */
public final class TrailJudge {
  /**
   * An evaluation itself makes API calls, at least once a day; a trail that delivered none of them
   * for two days delivers nothing.
   */
  private static final Duration STALE = Duration.ofDays(2);

  /** The audits of CIS and Security Hub ask for all management events, whatever the control. */
  private static final String BY_THE_LETTER =
      "; every event of this control is among them, but the benchmarks ask a trail for all";

  private final CoverageDecider decider;

  /** A judge that asks this decider what selectors keep. */
  public TrailJudge(CoverageDecider decider) {
    this.decider = decider;
  }

  /** How far the trail's events get, for one control. */
  public TrailPath judge(
      Trail trail, Snapshot snapshot, Requirement requirement, JudgeOptions options) {
    List<Fault> problems = new ArrayList<>();
    contradiction(trail).ifPresent(problems::add);
    scope(trail, snapshot.account(), options).ifPresent(problems::add);
    status(trail).ifPresent(problems::add);
    delivery(trail, options.now()).ifPresent(problems::add);
    Selected selected = selection(trail, requirement);
    boolean carries = problems.isEmpty() && selected.keepsRequired();
    selected.fault().ifPresent(problems::add);
    LogGroupJudge.Destination group =
        LogGroupJudge.judge(trail, snapshot, options.watcherOf(snapshot.account()));
    List<Finding> findings = new ArrayList<>();
    problems.forEach(problem -> findings.add(problem.on(Link.TRAIL, trail.name())));
    findings.addAll(group.findings());
    List<Evidence> evidence = new ArrayList<>();
    if (problems.isEmpty()) {
      evidence.add(
          new Evidence(
              Link.TRAIL,
              trail.name(),
              trail.homeRegion(),
              "is multi-Region, logs %s and delivers to CloudWatch Logs"
                  .formatted(
                      TrailSelection.of(trail).everything()
                          ? "all management events"
                          : "all management events that the control needs"),
              Settings.of(trail)));
    }
    evidence.addAll(group.evidence());
    return new TrailPath(trail, carries, findings, evidence, group.group());
  }

  /** A listing that no API prints; nobody knows which part of it holds. */
  private static Optional<Fault> contradiction(Trail trail) {
    return trail.hasItsOwnArn()
        ? Optional.empty()
        : Optional.of(
            Fault.cannotShow(
                "the trail is as listed: `%s` is no ARN of a trail `%s` at home in %s"
                    .formatted(trail.trailArn(), trail.name(), trail.homeRegion()),
                "take the snapshot again"));
  }

  private static Optional<Fault> scope(Trail trail, String account, JudgeOptions options) {
    if (!trail.multiRegion()) {
      return Optional.of(
          Fault.of(
              "records events of " + trail.homeRegion() + " only",
              updateTrail(trail, "--is-multi-region-trail")));
    }
    if (!options.watcherOf(account).equals(account) && !trail.organization()) {
      return Optional.of(
          Fault.of(
              "is no organization trail, so it does not record the events of member accounts",
              updateTrail(trail, "--is-organization-trail")));
    }
    return Optional.empty();
  }

  /**
   * What is known to keep the trail's records from its log group, as its status says; empty also
   * where the status was not read.
   */
  public static Optional<Fault> interruption(Trail trail, Instant now) {
    return trail.status() == null ? Optional.empty() : status(trail).or(() -> delivery(trail, now));
  }

  private static Optional<Fault> status(Trail trail) {
    TrailStatus status = trail.status();
    if (status == null) {
      return Optional.of(
          Fault.cannotShow(
              "the trail is logging: its status was not read" + denied(trail),
              "allow `cloudtrail:GetTrailStatus` on it"));
    }
    if (!status.logging()) {
      return Optional.of(
          Fault.of(
              "is not logging",
              AwsCommand.run(
                  trail.homeRegion(), "cloudtrail", "start-logging", "--name", trail.name())));
    }
    return Optional.empty();
  }

  private static String updateTrail(Trail trail, String... options) {
    return AwsCommand.run(
        trail.homeRegion(),
        Stream.concat(
                Stream.of("cloudtrail", "update-trail", "--name", trail.name()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static String denied(Trail trail) {
    return trail.denied().isEmpty()
        ? ""
        : " (`" + String.join("`, `", trail.denied()) + "` denied)";
  }

  /**
   * What the trail's selectors keep.
   *
   * @param keepsRequired whether they keep every required event, though more may be asked of them
   */
  private record Selected(Optional<Fault> fault, boolean keepsRequired) {
    static Selected refused(Fault fault) {
      return new Selected(Optional.of(fault), false);
    }
  }

  private Selected selection(Trail trail, Requirement requirement) {
    if (trail.eventSelectors().isEmpty() && trail.advancedEventSelectors().isEmpty()) {
      return Selected.refused(
          Fault.cannotShow(
              "the trail records management events: its event selectors were not read"
                  + denied(trail),
              "allow `cloudtrail:GetEventSelectors` on it"));
    }
    String fix = "select all management events, read and write, and exclude none";
    TrailSelection selection = TrailSelection.of(trail);
    if (selection.nothing()) {
      return Selected.refused(Fault.of("records no management events", fix));
    }
    if (selection.everything()) {
      return new Selected(Optional.empty(), true);
    }
    Coverage coverage =
        selection
            .pattern()
            .map(pattern -> decider.decide(requirement, List.of(pattern)))
            .orElseGet(() -> new Coverage.Undecided("the selectors are too long to be decided"));
    boolean keeps = coverage instanceof Coverage.Covered || coverage instanceof Coverage.Vacuous;
    if (!selection.reads() || !selection.writes()) {
      String only = "records only management events that " + (selection.reads() ? "read" : "write");
      return new Selected(Optional.of(Fault.of(keeps ? only + BY_THE_LETTER : only, fix)), keeps);
    }
    if (keeps) {
      return new Selected(Optional.empty(), true);
    }
    if (!trail.includeGlobalServiceEvents()) {
      return Selected.refused(
          Fault.of(
              "leaves out events of global services such as IAM and sign-in",
              updateTrail(trail, "--include-global-service-events")));
    }
    return Selected.refused(
        coverage instanceof Coverage.Missed missed
            ? Fault.of(
                "does not record %s: its selectors keep only %s"
                    .formatted(Events.inWords(missed.event()), selection.restrictions()),
                fix)
            : Fault.cannotShow(
                "its event selectors keep what is required: "
                    + ((Coverage.Undecided) coverage).reason(),
                fix));
  }

  private static Optional<Fault> delivery(Trail trail, Instant now) {
    TrailStatus status = trail.status();
    if (!trail.namesLogGroup()) {
      return Optional.of(
          Fault.of(
              "sends nothing to CloudWatch Logs",
              updateTrail(
                  trail,
                  "--cloud-watch-logs-log-group-arn",
                  "…",
                  "--cloud-watch-logs-role-arn",
                  "…")));
    }
    if (!trail.isLogging()) {
      return Optional.empty();
    }
    String error = status.latestCloudWatchLogsDeliveryError();
    if (error != null && !error.isBlank()) {
      return Optional.of(
          Fault.of(
              "cannot deliver to CloudWatch Logs: " + error,
              "let its CloudWatch Logs role create log streams and put events in the log group"));
    }
    Instant latest =
        Optional.ofNullable(status.latestCloudWatchLogsDeliveryTime())
            .orElse(status.startLoggingTime());
    if (latest == null) {
      return Optional.of(
          Fault.cannotShow(
              "it delivers to CloudWatch Logs: its status names neither a delivery nor a start",
              "check its CloudWatch Logs role and log group, and evaluate again once it has delivered"));
    }
    if (Moments.isToCome(latest, now)) {
      return Optional.of(
          Fault.cannotShow(
              "it delivers to CloudWatch Logs: its status names %s, after the snapshot was taken"
                  .formatted(latest),
              "take the snapshot again"));
    }
    if (Duration.between(latest, now).compareTo(STALE) > 0) {
      return Optional.of(
          Fault.of(
              (status.latestCloudWatchLogsDeliveryTime() == null
                      ? "has never delivered to CloudWatch Logs since it started at "
                      : "has delivered nothing to CloudWatch Logs since ")
                  + latest,
              "check its CloudWatch Logs role and log group"));
    }
    return Optional.empty();
  }
}
