package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.List;
import java.util.Optional;

/**
 * Judges the log group a trail delivers to: it holds iff it exists in the judged account, in the
 * trail's home Region, is of the class that has metric filters, and shows them its events as they
 * are. What does not list it leaves open whether it masks events.
 */
final class LogGroupJudge {
  private LogGroupJudge() {}

  /** What became of the group; all empty iff the trail names none. */
  record Destination(
      List<Finding> findings, List<Evidence> evidence, Optional<TrailPath.Group> group) {
    static Destination broken(String subject, Fault problem) {
      return new Destination(
          List.of(problem.on(Link.LOG_GROUP, subject)), List.of(), Optional.empty());
    }
  }

  static Destination judge(Trail trail, Snapshot snapshot, String watcher) {
    if (!trail.namesLogGroup()) {
      return new Destination(List.of(), List.of(), Optional.empty());
    }
    Optional<Arn> parsed = trail.logGroup();
    Optional<String> named = parsed.flatMap(LogGroup::nameIn);
    if (named.isEmpty()) {
      return Destination.broken(
          trail.cloudWatchLogsLogGroupArn(),
          Fault.of(
              "is no log group ARN", "give trail `" + trail.name() + "` a log group that exists"));
    }
    String name = named.get();
    if (!parsed.get().account().equals(watcher)) {
      return Destination.broken(
          name,
          Fault.of(
              "belongs to account " + parsed.get().account() + ", not to " + watcher,
              "evaluate account " + parsed.get().account() + ", or let the trail deliver here"));
    }
    String region = parsed.get().region();
    if (!region.equals(trail.homeRegion())) {
      return Destination.broken(
          name,
          Fault.of(
              "is in " + region + ", but the trail delivers in " + trail.homeRegion(),
              "give the trail a log group in " + trail.homeRegion()));
    }
    String partition = Partition.of(region).id();
    if (!parsed.get().partition().equals(partition)) {
      return Destination.broken(
          name,
          Fault.of(
              "is in partition %s, but %s is in %s"
                  .formatted(parsed.get().partition(), region, partition),
              "give the trail a log group in " + trail.homeRegion()));
    }
    Optional<RegionMonitoring> monitoring = snapshot.in(region);
    if (monitoring.isEmpty()) {
      return Destination.broken(
          name,
          Fault.cannotShow(
              "anything watches the log group: " + region + " is not in the snapshot",
              "take the snapshot with Region " + region));
    }
    return inAccount(trail, watcher, new TrailPath.Group(name, region, monitoring.get()));
  }

  private static Destination inAccount(Trail trail, String watcher, TrailPath.Group group) {
    String name = group.name();
    Optional<LogGroup> listed =
        group.monitoring().logGroups().stream()
            .filter(candidate -> candidate.logGroupName().equals(name))
            .findFirst();
    // A metric filter cannot outlive its group, so a filter shows that the group exists.
    boolean exists =
        listed.isPresent()
            || group.monitoring().metricFilters().stream()
                .anyMatch(filter -> filter.logGroupName().equals(name));
    if (!exists) {
      return Destination.broken(
          name,
          Fault.of(
              "does not exist in "
                  + group.region()
                  + ", though trail `"
                  + trail.name()
                  + "` names it",
              "create it, or give the trail another log group"));
    }
    Optional<Fault> veiled = DataProtection.ofAccount(group.monitoring());
    if (listed.isEmpty()) {
      return Destination.broken(name, veiled.orElseGet(LogGroupJudge::unlisted));
    }
    if (!listed.get().isOf(watcher, group.region())) {
      return Destination.broken(name, isAnother(listed.get(), watcher, group.region()));
    }
    String logGroupClass = listed.get().logGroupClass();
    if (!logGroupClass.equals("STANDARD")) {
      return Destination.broken(
          name,
          Fault.of(
              "is of class " + logGroupClass + ", which has no metric filters",
              "give the trail a log group of class STANDARD"));
    }
    Optional<Fault> masked = DataProtection.judge(listed.get(), group.monitoring());
    if (masked.isPresent()) {
      return Destination.broken(name, masked.get());
    }
    return new Destination(
        List.of(),
        List.of(new Evidence(Link.LOG_GROUP, name, group.region(), "receives the trail's events")),
        Optional.of(group));
  }

  private static Fault isAnother(LogGroup listed, String account, String region) {
    return Fault.cannotShow(
        "it is this log group of account %s in `%s`: its ARN is `%s`"
            .formatted(account, region, listed.arn()),
        "take the snapshot again");
  }

  /** Of a group that only its filters show to be there. */
  private static Fault unlisted() {
    return Fault.cannotShow(
        "filters see its events as they are: `logGroups` does not list it, which would say whether they are masked",
        "put what `aws logs describe-log-groups` prints for it into the snapshot's `logGroups`");
  }
}
