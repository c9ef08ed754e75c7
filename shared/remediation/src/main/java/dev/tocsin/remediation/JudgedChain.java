package dev.tocsin.remediation;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chain that a verdict speaks of, found again in the account. */
record JudgedChain(Verdict verdict, Snapshot account) {

  /**
   * The trail; empty iff the account has none.
   *
   * @throws ByHand if its name stands for more than one
   */
  Optional<Trail> trail() throws ByHand {
    Set<String> names = subjects(Link.TRAIL).collect(Collectors.toSet());
    List<Trail> named =
        account.trails().stream().filter(trail -> names.contains(trail.name())).distinct().toList();
    if (named.size() > 1) {
      throw new ByHand(
          "several trails are named `%s`, so it is not certain which one is to be repaired: rename one"
              .formatted(named.get(0).name()));
    }
    return named.stream().findFirst();
  }

  /** The log group that the trail delivers to; empty iff that is broken. */
  Optional<Evidence> logGroup() {
    return verdict.chain().stream().filter(one -> one.link() == Link.LOG_GROUP).findFirst();
  }

  /** Where its filters, alarms, topics or rules are. */
  String region() {
    return Stream.concat(
            logGroup().stream(),
            verdict.chain().stream().filter(one -> one.link() == Link.EVENT_RULE))
        .map(Evidence::region)
        .findFirst()
        .orElse(account.region());
  }

  boolean isBrokenAt(Link... links) {
    return verdict.findings().stream()
        .map(Finding::link)
        .anyMatch(link -> Arrays.asList(links).contains(link));
  }

  /** What stands for a link, broken or not, by name or ARN. */
  Stream<String> subjects(Link link) {
    return Stream.concat(
        verdict.findings().stream().filter(one -> one.link() == link).map(Finding::subject),
        verdict.chain().stream().filter(one -> one.link() == link).map(Evidence::subject));
  }
}
