package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.delivery.Destinations;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a subscription filter to where it sends the events, which is where a snapshot ends: the
 * filter counts iff it reads the group's events as they are and its destination is one that
 * CloudWatch Logs delivers to. Everyday events are no fault of it, since no alarm stays in ALARM.
 */
final class ForwardingJudge {
  private final TrailPath.Group group;
  private final String account;
  private final Set<String> accounts;

  /**
   * @param account the owner of the group
   * @param accounts the accounts from which the judged events may come
   */
  ForwardingJudge(TrailPath.Group group, String account, Set<String> accounts) {
    this.group = group;
    this.account = account;
    this.accounts = accounts;
  }

  Candidate judge(Forwarding forwarding) {
    Parsed parsed = FilterPattern.parse(forwarding.pattern());
    List<Fault> faults = new ArrayList<>();
    forwarding.unread().ifPresent(faults::add);
    faults.addAll(Intake.faults(parsed, forwarding.transformed(), forwarding.criteria(), accounts));
    List<Evidence> evidence = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (forwarding.unread().isEmpty()) {
      Destinations.Answer destination =
          Destinations.judge(forwarding.destinationArn(), group.region(), account);
      destination.fault().ifPresent(faults::add);
      if (faults.isEmpty()) {
        evidence.add(
            new Evidence(
                Link.SUBSCRIPTION_FILTER,
                forwarding.name(),
                group.region(),
                "sends the events to " + destination.words(),
                forwarding.settings()));
        notes.add(
            "subscription filter `%s` sends the events to %s: %s"
                .formatted(forwarding.name(), destination.words(), destination.open()));
      }
    }
    List<Finding> findings =
        faults.stream()
            .map(fault -> fault.on(Link.SUBSCRIPTION_FILTER, forwarding.name()))
            .toList();
    Optional<EventTest> test =
        parsed instanceof FilterPattern pattern ? Optional.of(pattern) : Optional.empty();
    return new Candidate(
        Link.SUBSCRIPTION_FILTER,
        forwarding.name(),
        group.region(),
        test,
        findings,
        evidence,
        notes);
  }
}
