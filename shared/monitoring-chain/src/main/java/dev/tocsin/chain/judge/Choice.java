package dev.tocsin.chain.judge;

import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses, among things that look at events, few that together see all that is required: one if one
 * suffices, else a set of which none can be left out.
 */
final class Choice {
  private final Fit fit;

  Choice(Fit fit) {
    this.fit = fit;
  }

  /**
   * What was chosen.
   *
   * @param chosen empty unless the coverage is {@code Covered}
   */
  record Chosen(List<Placed> chosen, Coverage coverage) {}

  /**
   * Chooses among candidates that have tests; those that come first are preferred.
   *
   * <p>Cost: a look at each candidate, a decision for each that takes more, and as many again if no
   * single one suffices.
   */
  Chosen among(List<Placed> candidates) {
    List<Placed> ordered =
        candidates.stream()
            .sorted(
                Comparator.comparing(Placed::holds)
                    .reversed()
                    .thenComparing(placed -> placed.candidate().findings().size())
                    .thenComparing(
                        placed -> -fit.samplesSeen(placed.candidate().test().orElseThrow()))
                    .thenComparing(placed -> placed.candidate().subject()))
            .toList();
    for (Placed placed : ordered) {
      // What is found at a look must not wait for what takes long, whoever made it.
      Coverage alone = fit.atALook(placed.candidate().test().orElseThrow());
      if (alone instanceof Coverage.Covered) {
        return new Chosen(List.of(placed), alone);
      }
    }
    List<Placed> decidable = new ArrayList<>();
    for (Placed placed : ordered) {
      Coverage alone = fit.of(placed.candidate().test().orElseThrow());
      if (alone instanceof Coverage.Covered) {
        return new Chosen(List.of(placed), alone);
      }
      if (alone instanceof Coverage.Missed) {
        decidable.add(placed);
      }
    }
    Coverage together = fit.of(tests(ordered));
    if (together instanceof Coverage.Undecided && decidable.size() < ordered.size()) {
      Coverage ofDecidable = fit.of(tests(decidable));
      if (ofDecidable instanceof Coverage.Covered) {
        return new Chosen(withoutSpare(decidable), ofDecidable);
      }
    }
    return together instanceof Coverage.Covered
        ? new Chosen(withoutSpare(ordered), together)
        : new Chosen(List.of(), together);
  }

  private List<Placed> withoutSpare(List<Placed> covering) {
    List<Placed> kept = new ArrayList<>(covering);
    for (int i = covering.size() - 1; i >= 0; i--) {
      List<Placed> fewer = new ArrayList<>(kept);
      fewer.remove(covering.get(i));
      if (fit.covers(tests(fewer))) {
        kept = fewer;
      }
    }
    return kept;
  }

  static List<EventTest> tests(List<Placed> placed) {
    return placed.stream().map(one -> one.candidate().test().orElseThrow()).toList();
  }
}
