package dev.tocsin.chain.judge;

import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.judge.fit.Relevance;
import dev.tocsin.chain.judge.link.TrailPath;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the chains that do not cover a control is the best: the one that sees most of what is
 * required and, of those, the one with the fewest broken links; filters that are not meant for the
 * control are left out.
 */
final class Ranking {
  /**
   * How many are weighed of those that see no sample record: whether they see anything of a control
   * takes a search each, and with the tests that only a stranger's account has by the hundred they
   * are the ones nobody would repair.
   */
  private static final int MOST_IN_THE_DARK = 16;

  private final Fit fit;
  private final Relevance relevance;

  Ranking(Fit fit, Relevance relevance) {
    this.fit = fit;
    this.relevance = relevance;
  }

  /** A candidate that sees some of what is required, and how much. */
  private record Weighed(Placed placed, int weight) {}

  /** Those that see some of what is required and are meant for it, the best first. */
  List<Placed> of(List<Placed> placed) {
    return worthAsking(placed)
        .map(one -> new Weighed(one, fit.weight(one.candidate().test().orElseThrow())))
        .filter(one -> one.weight() > 0)
        .sorted(
            Comparator.comparingInt(Weighed::weight)
                .reversed()
                .thenComparing(one -> faults(one.placed()))
                .thenComparing(one -> one.placed().candidate().subject()))
        .map(Weighed::placed)
        .toList();
  }

  /** Those that are meant for the control, not too many of which nothing is known yet. */
  private Stream<Placed> worthAsking(List<Placed> placed) {
    Map<Boolean, List<Placed>> bySight =
        placed.stream()
            .filter(one -> one.candidate().test().isPresent())
            .filter(one -> mayBeMeant(one.candidate().test().orElseThrow()))
            .collect(
                Collectors.partitioningBy(
                    one -> fit.seesSomeSample(one.candidate().test().orElseThrow())));
    return Stream.concat(
        bySight.get(true).stream(),
        bySight.get(false).stream()
            .sorted(
                Comparator.comparing(Ranking::faults)
                    .thenComparing(one -> one.candidate().subject()))
            .limit(MOST_IN_THE_DARK));
  }

  /** False iff it is not meant for the control: asked first, since weighing costs more. */
  private boolean mayBeMeant(EventTest test) {
    return relevance.of(test instanceof RuleTest rule ? rule.pattern() : test)
        || fit.atALook(test) instanceof Coverage.Covered;
  }

  private static int faults(Placed placed) {
    return placed.trail().findings().size() + placed.candidate().findings().size();
  }

  /**
   * The trail to repair where nothing behind any trail sees the events.
   *
   * @param trails at least one
   */
  static TrailPath closest(List<TrailPath> trails) {
    return trails.stream()
        .min(
            Comparator.comparing((TrailPath trail) -> trail.group().isEmpty())
                .thenComparing(trail -> trail.findings().size())
                .thenComparing(trail -> trail.trail().name()))
        .orElseThrow();
  }
}
