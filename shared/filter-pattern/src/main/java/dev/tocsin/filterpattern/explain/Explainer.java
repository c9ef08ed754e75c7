package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.parse.Misread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Explains what deployed tests see and miss of a requirement. Everything said has been decided.
 *
 * <p>Cost: two decisions for each alternative of the required pattern, and those of {@link
 * Corrections}.
 */
public final class Explainer {

  private static final int NAMED = 8;

  private final CoverageDecider decider;

  public Explainer(CoverageDecider decider) {
    this.decider = decider;
  }

  /** As {@link #explain(Requirement, List, Set)}, where any deployed test may be corrected. */
  public Explanation explain(Requirement requirement, List<? extends EventTest> deployed) {
    return explain(requirement, deployed, Set.of());
  }

  /**
   * What is seen, what is missed and by which clause, and how to correct it; nothing if the
   * required pattern is not a JSON pattern.
   *
   * @param kept positions of deployed tests that serve another requirement, so that no correction
   *     takes their place
   */
  public Explanation explain(
      Requirement requirement, List<? extends EventTest> deployed, Set<Integer> kept) {
    return explaining(requirement, deployed).apply(kept);
  }

  /**
   * As {@link #explain(Requirement, List, Set)} for what is kept, to be asked for several choices:
   * all but the correction is decided now.
   */
  public Function<Set<Integer>, Explanation> explaining(
      Requirement requirement, List<? extends EventTest> deployed) {
    List<Alternative> alternatives = Alternatives.of(requirement, decider);
    Seen seen = seen(alternatives, deployed);
    Optional<Shared> shared =
        deployed.size() < 2
            ? Optional.empty()
            : new SharedConditions(decider, requirement, deployed, alternatives)
                .among(seen.events());
    List<Optional<Misread>> misread = deployed.stream().map(Explainer::misread).toList();
    String summary = summary(seen.names(), seen.missing(), misread, deployed.size() > 1);
    return kept ->
        new Explanation(
            seen.names(),
            seen.missing(),
            misread,
            summary,
            seen.missing().isEmpty()
                ? Optional.empty()
                : new Corrections(decider, requirement, deployed, alternatives, seen.events())
                    .smallest(kept),
            shared);
  }

  /** What is missed, grouped by reason, without a correction. */
  public List<Missing> missing(Requirement requirement, List<? extends EventTest> deployed) {
    return seen(Alternatives.of(requirement, decider), deployed).missing();
  }

  /**
   * What is seen of a requirement.
   *
   * @param names of what is seen
   * @param events of what is missed, one for each kind
   * @param missing what is missed, grouped by reason
   */
  private record Seen(List<String> names, List<ObjectNode> events, List<Missing> missing) {}

  private Seen seen(List<Alternative> alternatives, List<? extends EventTest> deployed) {
    List<String> sees = new ArrayList<>();
    List<ObjectNode> events = new ArrayList<>();
    Map<String, List<Missing>> missing = new LinkedHashMap<>();
    for (Alternative alternative : alternatives) {
      Coverage coverage = decider.decideOnly(alternative.requirement(), deployed);
      if (coverage instanceof Coverage.Covered) {
        sees.add(alternative.name());
        continue;
      }
      if (coverage instanceof Coverage.Missed missed) {
        events.add(missed.event());
      }
      Missing one = missing(alternative, coverage, deployed);
      String clause = one.exclusion().map(Exclusion::clause).orElse("");
      String key = one.reason().isEmpty() ? "" : one.nearest() + clause + one.event().isPresent();
      missing.computeIfAbsent(key, reason -> new ArrayList<>()).add(one);
    }
    return new Seen(sees, events, missing.values().stream().map(Explainer::together).toList());
  }

  /** The position of the test that is nearest to matching the event; -1 if there is none. */
  public static int nearest(List<? extends EventTest> deployed, ObjectNode event) {
    return Distance.nearest(deployed, event);
  }

  private static Optional<Misread> misread(EventTest test) {
    return test instanceof FilterPattern pattern ? Misread.of(pattern) : Optional.empty();
  }

  private static Missing missing(
      Alternative alternative, Coverage coverage, List<? extends EventTest> deployed) {
    List<String> names = List.of(alternative.name());
    if (!(coverage instanceof Coverage.Missed missed)) {
      String reason = "not decided: " + ((Coverage.Undecided) coverage).reason();
      return new Missing(names, Optional.empty(), -1, Optional.empty(), reason);
    }
    int nearest = Distance.nearest(deployed, missed.event());
    Optional<Exclusion> exclusion =
        nearest < 0
            ? Optional.empty()
            : Optional.of(deployed.get(nearest).exclusion(missed.event()));
    boolean isNamed =
        exclusion.filter(Exclusion::specific).isPresent()
            && !Distance.namesAnother(deployed.get(nearest), missed.event());
    String reason = isNamed ? exclusion.get().inWords() : "";
    return new Missing(names, Optional.of(missed.event()), nearest, exclusion, reason);
  }

  /** Events that one clause excludes; what they have instead is told where it is the same. */
  private static Missing together(List<Missing> group) {
    Missing first = group.get(0);
    List<String> names = group.stream().flatMap(one -> one.names().stream()).toList();
    boolean isSame = group.stream().allMatch(one -> one.exclusion().equals(first.exclusion()));
    boolean isTold = isSame || first.reason().isEmpty();
    String reason =
        isTold ? first.reason() : first.exclusion().map(Exclusion::clause).orElse(first.reason());
    return new Missing(names, first.event(), first.nearest(), first.exclusion(), reason);
  }

  private static String summary(
      List<String> sees, List<Missing> groups, List<Optional<Misread>> misread, boolean several) {
    List<String> parts = new ArrayList<>();
    if (!sees.isEmpty()) {
      parts.add("sees " + list(sees));
    }
    for (Missing group : groups) {
      Optional<Misread> why = group.nearest() < 0 ? Optional.empty() : misread.get(group.nearest());
      String reason = why.map(Misread::reason).map("the pattern "::concat).orElse(group.reason());
      String which = several && !reason.isEmpty() ? "pattern " + (group.nearest() + 1) + ": " : "";
      parts.add(
          "misses " + list(group.names()) + (reason.isEmpty() ? "" : " (" + which + reason + ")"));
    }
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
