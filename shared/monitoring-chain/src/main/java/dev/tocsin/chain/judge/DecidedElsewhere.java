package dev.tocsin.chain.judge;

import dev.tocsin.chain.judge.link.TrailJudge;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer for an account whose records go to a log group of another account. It is {@code
 * NOT_APPLICABLE} iff, as far as this account can see, an organization trail logs and delivers
 * there.
 */
final class DecidedElsewhere {
  private final String account;
  private final Instant now;

  /** For one account at one moment. */
  DecidedElsewhere(String account, Instant now) {
    this.account = account;
    this.now = now;
  }

  /**
   * The verdict.
   *
   * @param deciding organization trails that deliver elsewhere, at least one
   * @param withoutTests the coverage with nothing deployed
   */
  Verdict of(Requirement requirement, List<Trail> deciding, Coverage withoutTests) {
    Optional<Trail> sound = deciding.stream().filter(trail -> fault(trail).isEmpty()).findFirst();
    if (sound.isPresent()) {
      return new Verdict(
          requirement.name(),
          ComplianceType.NOT_APPLICABLE,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(note(sound.get())));
    }
    List<Finding> findings =
        deciding.stream()
            .map(trail -> fault(trail).orElseThrow().on(Link.TRAIL, trail.name()))
            .toList();
    return new Verdict(
        requirement.name(),
        ComplianceType.NON_COMPLIANT,
        findings,
        List.of(),
        withoutTests instanceof Coverage.Missed missed
            ? Optional.of(missed.event())
            : Optional.empty(),
        List.of());
  }

  /** What keeps the trail's records from the other account; unread is no fault of the trail. */
  private Optional<Fault> fault(Trail trail) {
    String mend =
        "let account %s repair the organization trail, or create a multi-Region trail in account %s"
            .formatted(trail.owner(), account);
    if (trail.logGroup().flatMap(LogGroup::nameIn).isEmpty()) {
      return Optional.of(
          Fault.of(
              "belongs to account %s and sends nothing to CloudWatch Logs".formatted(trail.owner()),
              mend));
    }
    return TrailJudge.interruption(trail, now).map(fault -> Fault.of(fault.problem(), mend));
  }

  private String note(Trail trail) {
    Arn group = trail.logGroup().orElseThrow();
    String note =
        "the records of account %s go through organization trail `%s` of account %s to log group `%s` of account %s in %s; this is decided there"
            .formatted(
                account,
                trail.name(),
                trail.owner(),
                LogGroup.nameIn(group).orElseThrow(),
                group.account(),
                group.region());
    return trail.status() == null
        ? note + "; whether the trail logs was not read here (`cloudtrail:GetTrailStatus`)"
        : note;
  }
}
