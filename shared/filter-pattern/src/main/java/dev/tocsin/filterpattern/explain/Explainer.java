package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains what deployed tests see and miss of a requirement. Everything said has been decided.
 *
 * <p>Cost: one decision for each alternative of the required pattern, and one for each correction
 * that is tried.
 */
public final class Explainer {

  private static final int NAMED = 8;

  private final CoverageDecider decider;

  public Explainer(CoverageDecider decider) {
    this.decider = decider;
  }

  /**
   * What is seen, what is missed and by which clause, and how to correct it; nothing if the
   * required pattern is not a JSON pattern.
   */
  public Explanation explain(Requirement requirement, List<? extends EventTest> deployed) {
    List<String> sees = new ArrayList<>();
    List<Alternative> missed = new ArrayList<>();
    Map<String, List<String>> namesByClause = new LinkedHashMap<>();
    for (Alternative alternative : Alternatives.of(requirement, decider)) {
      Coverage coverage = decider.decide(alternative.requirement(), deployed);
      if (coverage instanceof Coverage.Covered || coverage instanceof Coverage.Vacuous) {
        sees.add(alternative.name());
        continue;
      }
      missed.add(alternative);
      namesByClause
          .computeIfAbsent(clause(coverage), clause -> new ArrayList<>())
          .add(alternative.name());
    }
    List<String> misses = missed.stream().map(Alternative::name).toList();
    Optional<String> corrected =
        misses.isEmpty()
            ? Optional.empty()
            : new Corrections(decider, requirement, deployed).shortest(missed);
    return new Explanation(sees, misses, summary(sees, namesByClause), corrected);
  }

  /** The clause that excluded a missed event, if there is one deployed test to blame. */
  private static String clause(Coverage coverage) {
    if (coverage instanceof Coverage.Undecided undecided) {
      return "not decided: " + undecided.reason();
    }
    List<Exclusion> because = ((Coverage.Missed) coverage).because();
    return because.size() == 1 && because.get(0).specific() ? because.get(0).inWords() : "";
  }

  private static String summary(List<String> sees, Map<String, List<String>> namesByClause) {
    List<String> parts = new ArrayList<>();
    if (!sees.isEmpty()) {
      parts.add("sees " + list(sees));
    }
    namesByClause.forEach(
        (clause, names) ->
            parts.add("misses " + list(names) + (clause.isEmpty() ? "" : " (" + clause + ")")));
    return String.join("; ", parts);
  }

  private static String list(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    int others = names.size() - NAMED;
    return String.join(", ", names.subList(0, NAMED)) + " and " + others + " more";
  }
}
