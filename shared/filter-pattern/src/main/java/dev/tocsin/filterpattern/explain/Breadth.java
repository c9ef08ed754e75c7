package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.parse.Misread;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a pattern rings for nothing that nobody asked for: it matches only what the requirement,
 * the published text or a deployed test matches. Where a deployed pattern speaks of what is
 * exempted, no more of what is exempted may be matched. Records of the control that stay silent
 * today stay silent.
 *
 * <p>Decided without the facts, which say what the required records hold, not what others do.
 */
final class Breadth {

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final List<? extends EventTest> deployed;
  private final List<ObjectNode> silent = new ArrayList<>();
  private final IdentityHashMap<EventTest, List<ObjectNode>> unasked = new IdentityHashMap<>();

  Breadth(CoverageDecider decider, Requirement requirement, List<? extends EventTest> deployed) {
    this.decider = decider;
    this.requirement = requirement;
    this.deployed = deployed;
    List<EventTest> asked = new ArrayList<>(deployed);
    deployed.forEach(test -> meant(test).ifPresent(asked::add));
    for (ObjectNode record : requirement.silent()) {
      if (asked.stream().noneMatch(test -> test.matches(record))) {
        silent.add(record);
      }
    }
  }

  /** Whether the pattern rings for a record of the control that is silent today. */
  boolean breaksSilence(EventTest pattern) {
    return silent.stream().anyMatch(pattern::matches);
  }

  /**
   * Whether the pattern is known to match an event that nobody asked for; false says nothing.
   *
   * @param instead the deployed pattern it takes the place of
   */
  boolean isKnownTooBroad(EventTest pattern, EventTest instead) {
    return breaksSilence(pattern)
        || unasked.getOrDefault(instead, List.of()).stream().anyMatch(pattern::matches);
  }

  /**
   * Whether the pattern is shown to match nothing that nobody asked for.
   *
   * @param instead the deployed pattern it takes the place of
   */
  boolean isAskedFor(FilterPattern pattern, EventTest instead) {
    List<EventTest> asked = new ArrayList<>(deployed);
    meant(instead).ifPresent(asked::add);
    List<FilterPattern> left =
        requirement.exempt().stream().filter(exempt -> speaksOf(instead, exempt)).toList();
    if (!left.stream().allMatch(exempt -> leavesOut(pattern, exempt, asked))) {
      return false;
    }
    asked.add(requirement.required());
    requirement.published().ifPresent(asked::add);
    Coverage coverage = decider.decideOnly(matchedBy(pattern, left), asked);
    if (coverage instanceof Coverage.Missed missed) {
      unasked.computeIfAbsent(instead, test -> new ArrayList<>()).add(missed.event());
    }
    return coverage instanceof Coverage.Covered;
  }

  /** The exemptions on whose fields some deployed pattern has a clause. */
  List<FilterPattern> spokenOf() {
    return requirement.exempt().stream()
        .filter(exempt -> deployed.stream().anyMatch(test -> speaksOf(test, exempt)))
        .toList();
  }

  /** Whether the pattern matches no more of what is exempted than the deployed tests. */
  private boolean leavesOut(FilterPattern pattern, FilterPattern exempt, List<EventTest> asked) {
    Optional<FilterPattern> both = pattern.and(exempt);
    return both.isPresent()
        && decider.covers(matchedBy(both.get(), List.of()), asked) == Answer.COVERED;
  }

  private Requirement matchedBy(FilterPattern pattern, List<FilterPattern> exempt) {
    return new Requirement(requirement.name(), pattern, List.of(), exempt, List.of());
  }

  /** The pattern as it was meant, where AWS reads it otherwise. */
  private static Optional<EventTest> meant(EventTest test) {
    if (!(test instanceof FilterPattern read)) {
      return Optional.empty();
    }
    FilterPattern pattern = Misread.of(read).flatMap(Misread::meant).orElse(read);
    return pattern.syntax() instanceof Pattern.Json json
        ? Optional.of(
            FilterPattern.of(
                Expressions.mapped(json.expression(), leaf -> Exchanges.state(leaf).orElse(leaf))))
        : Optional.empty();
  }

  /**
   * Whether the pattern has a clause on a field that the exemption is about, or leaves an identity
   * out where one is exempted by another field.
   */
  private static boolean speaksOf(EventTest test, FilterPattern exempt) {
    return selectors(test).stream().anyMatch(selectors(exempt)::contains)
        || (test instanceof FilterPattern pattern
            && Deliberate.isIn(pattern)
            && exempt.expression().filter(Deliberate::isOfIdentity).isPresent());
  }

  private static Set<Selector> selectors(EventTest test) {
    return test instanceof FilterPattern pattern && pattern.syntax() instanceof Pattern.Json json
        ? json.expression().leaves().map(Expression.Leaf::selector).collect(Collectors.toSet())
        : Set.of();
  }
}
