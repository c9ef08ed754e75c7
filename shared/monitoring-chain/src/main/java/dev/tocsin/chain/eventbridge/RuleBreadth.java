package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FieldKinds;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an event pattern matches nothing but what somebody asks for: the rule as it was or was
 * meant, the requirement, the text published for it. Of what an exemption names, on whose fields
 * the rule has a key, it may match no more than the rule as it was. Records of the control that
 * stay silent today stay silent.
 */
final class RuleBreadth {
  private static final int MOST_CONDITIONS = 6;
  private static final String IDENTITY = "userIdentity.";

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final List<EventTest> deployed;
  private final List<FilterPattern> spokenOf;

  /**
   * For one rule.
   *
   * @param deployed its pattern as it is, then as it was meant
   */
  RuleBreadth(CoverageDecider decider, Requirement requirement, List<EventPattern> deployed) {
    this.decider = decider;
    this.requirement = requirement;
    this.deployed = List.copyOf(deployed);
    this.spokenOf =
        requirement.exempt().stream().filter(exempt -> speaksOf(deployed.get(0), exempt)).toList();
  }

  boolean isAskedFor(EventPattern pattern) {
    return !breaksSilence(pattern)
        && spokenOf.stream().allMatch(exempt -> leavesOut(pattern, exempt))
        && unasked(pattern) instanceof Coverage.Covered;
  }

  /**
   * The pattern with as many conditions of the requirement more as keep out what nobody asked for;
   * empty iff plain keys cannot say them.
   */
  Optional<EventPattern> narrowed(EventPattern pattern) {
    EventPattern draft = pattern;
    for (int i = 0; i < MOST_CONDITIONS; i++) {
      Coverage coverage = unasked(draft);
      if (coverage instanceof Coverage.Covered) {
        return Optional.of(draft).filter(this::isAskedFor);
      }
      if (!(coverage instanceof Coverage.Missed missed)) {
        return Optional.empty();
      }
      EventPattern wide = draft;
      Optional<EventPattern> next =
          failing(missed.event())
              .flatMap(clause -> RuleKey.of(clause).stream())
              .flatMap(key -> wide.with(key.field(), key.tests()).stream())
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      draft = next.get();
    }
    return Optional.empty();
  }

  /** The conditions that the requirement joins with {@code &&} of which the event fails. */
  private Stream<Expression> failing(ObjectNode event) {
    return RuleKey.conjuncts(requirement.required()).stream()
        .filter(clause -> !FilterPattern.of(clause).matches(event));
  }

  private boolean breaksSilence(EventPattern pattern) {
    List<EventTest> asked = asked();
    return requirement.silent().stream()
        .anyMatch(one -> pattern.matches(one) && asked.stream().noneMatch(t -> t.matches(one)));
  }

  /** {@code Covered} iff whatever the pattern matches is asked for, or exempted and spoken of. */
  private Coverage unasked(EventPattern pattern) {
    List<EventTest> asked = asked();
    asked.add(new Opposite(pattern));
    return decider.decideOnly(everyRecord("", spokenOf), asked);
  }

  /** Whether the pattern matches no more of what is exempted than the rule as it was. */
  private boolean leavesOut(EventPattern pattern, FilterPattern exempt) {
    List<EventTest> asked = new ArrayList<>(deployed);
    asked.add(new Opposite(pattern));
    return decider.covers(everyRecord(exempt.text(), List.of()), asked) == Answer.COVERED;
  }

  private List<EventTest> asked() {
    List<EventTest> asked = new ArrayList<>(deployed);
    asked.add(requirement.required());
    // Its values with a star are meant as a rule reads them, whatever a filter makes of them.
    RuleKey.rule(requirement.required()).ifPresent(asked::add);
    requirement.published().ifPresent(asked::add);
    return asked;
  }

  private Requirement everyRecord(String pattern, List<FilterPattern> exempt) {
    return new Requirement(
        requirement.name(),
        FilterPattern.of(pattern),
        requirement.facts().stream().filter(RuleBreadth::isOfKinds).toList(),
        exempt,
        List.of());
  }

  /**
   * Whether a fact is about the kinds of value that a field has in any record, the control's or
   * not: what a boolean or a text is, only a control can know.
   */
  private static boolean isOfKinds(Fact fact) {
    return fact.holds() instanceof FieldKinds of
        && of.kinds().contains(Kind.TRUE) == of.kinds().contains(Kind.FALSE);
  }

  /** Whether the rule has a key on a field of the exemption, or both on who made the call. */
  private static boolean speaksOf(EventPattern rule, FilterPattern exempt) {
    List<String> fields =
        exempt.expression().stream()
            .flatMap(Expression::leaves)
            .map(leaf -> PatternPrinter.print(leaf.selector()).substring("$.".length()))
            .toList();
    return rule.fieldsInDetail().stream()
        .anyMatch(
            field ->
                fields.contains(field)
                    || (field.startsWith(IDENTITY)
                        && fields.stream().anyMatch(other -> other.startsWith(IDENTITY))));
  }
}
