package dev.tocsin.drill;

import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The log group to which a trail brings a control's events. */
record LogPlace(String group, String region, RegionMonitoring monitoring) {

  /**
   * The group of the chain that the verdict is about; where it names none, that of the trail it
   * names, else of any trail that delivers to this account.
   */
  static Optional<LogPlace> of(Snapshot snapshot, Verdict verdict) {
    List<String> groups = subjects(verdict, Link.LOG_GROUP);
    List<String> trails = subjects(verdict, Link.TRAIL);
    Comparator<Trail> byVerdict =
        Comparator.comparing(trail -> !(isNamed(groups, trail) || trails.contains(trail.name())));
    return snapshot.trails().stream()
        .sorted(byVerdict.thenComparing(Trail::trailArn))
        .flatMap(trail -> at(snapshot, trail).stream())
        .findFirst();
  }

  private static List<String> subjects(Verdict verdict, Link link) {
    return Stream.concat(
            verdict.findings().stream().filter(one -> one.link() == link).map(one -> one.subject()),
            verdict.chain().stream().filter(one -> one.link() == link).map(one -> one.subject()))
        .toList();
  }

  private static boolean isNamed(List<String> groups, Trail trail) {
    return trail.logGroup().flatMap(LogGroup::nameIn).filter(groups::contains).isPresent();
  }

  private static Optional<LogPlace> at(Snapshot snapshot, Trail trail) {
    return trail
        .logGroup()
        .filter(arn -> arn.account().equals(snapshot.account()))
        .flatMap(
            arn ->
                LogGroup.nameIn(arn)
                    .flatMap(
                        name ->
                            snapshot
                                .in(arn.region())
                                .filter(
                                    read ->
                                        read.logGroups().stream()
                                            .anyMatch(one -> one.logGroupName().equals(name)))
                                .map(read -> new LogPlace(name, arn.region(), read))));
  }
}
