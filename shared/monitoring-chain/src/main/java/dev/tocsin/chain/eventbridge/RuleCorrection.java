package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Edits a rule's event pattern, key by key, until it and what else is deployed see all that is
 * required. Decided: they then do, and the rule matches nothing that neither the requirement, nor
 * the text published for it, nor the rule as it was meant asks for, nor more than before of what is
 * exempted.
 *
 * <p>Cost: two decisions or more for each event that is missed in turn, of {@value #MOST_EDITS} at
 * most.
 */
public final class RuleCorrection {
  private static final int MOST_EDITS = 40;

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final Function<EventPattern, EventTest> shown;
  private final List<EventTest> others;

  /**
   * Corrections for a requirement.
   *
   * @param shown what the rule acts on where it has a pattern
   * @param others what else is deployed: what it sees, the rule need not
   */
  public RuleCorrection(
      CoverageDecider decider,
      Requirement requirement,
      Function<EventPattern, EventTest> shown,
      List<? extends EventTest> others) {
    this.decider = decider;
    this.requirement = requirement;
    this.shown = shown;
    this.others = List.copyOf(others);
  }

  /** What a rule acts on, wherever it is, by whether its state shows it calls that read. */
  public static Function<EventPattern, EventTest> inState(boolean reads) {
    return reads ? pattern -> pattern : EnabledRule::new;
  }

  /**
   * The pattern after the fewest edits, the pattern itself if it needs none; empty iff no edits of
   * single keys are good.
   */
  public Optional<EventPattern> of(EventPattern deployed) {
    EventPattern draft = deployed;
    EventPattern meant = deployed;
    for (int i = 0; i <= MOST_EDITS; i++) {
      Coverage coverage = decider.decideOnly(requirement, with(shown.apply(draft)));
      if (coverage instanceof Coverage.Covered) {
        return Optional.of(draft);
      }
      Optional<KeyMismatch> mismatch =
          coverage instanceof Coverage.Missed missed
              ? draft.mismatch(missed.event())
              : Optional.empty();
      if (mismatch.isEmpty()) {
        return Optional.empty();
      }
      Optional<EventPattern> next;
      Optional<EventPattern> named = named(draft, mismatch.get(), List.of(deployed, meant));
      if (named.isPresent()) {
        next = named;
      } else if (mismatch.get().isLiteralAsterisk()) {
        next = draft.with(mismatch.get(), RuleEdits.withWildcards(mismatch.get().asked()));
        meant = next.orElse(meant);
      } else {
        next = edited(draft, mismatch.get(), List.of(deployed, meant));
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      draft = next.get();
    }
    return Optional.empty();
  }

  /**
   * With the names that are required, or else the one that is missed, in place of a lone {@code *},
   * which never matched a call and as a wildcard would match every call of the service; empty iff
   * no name is required, or others would come in.
   */
  private Optional<EventPattern> named(
      EventPattern draft, KeyMismatch mismatch, List<EventPattern> deployed) {
    if (!mismatch.isLiteralAsterisk() || !mismatch.field().equals("detail.eventName")) {
      return Optional.empty();
    }
    List<JsonNode> names = RuleKey.names(requirement.required());
    RuleBreadth breadth = new RuleBreadth(decider, requirement, deployed);
    return Stream.of(names, List.of(mismatch.found()))
        .filter(tests -> !names.isEmpty())
        .map(tests -> RuleEdits.inPlaceOfAsterisk(mismatch.asked(), tests))
        .flatMap(tests -> draft.with(mismatch, tests).stream())
        .filter(breadth::isAskedFor)
        .findFirst();
  }

  private List<EventTest> with(EventTest rule) {
    List<EventTest> all = new ArrayList<>(others);
    all.add(rule);
    return all;
  }

  /** An edit that is asked for as it is, or else one that is with conditions of the requirement. */
  private Optional<EventPattern> edited(
      EventPattern draft, KeyMismatch mismatch, List<EventPattern> deployed) {
    RuleBreadth breadth = new RuleBreadth(decider, requirement, deployed);
    boolean seesNone = requirement.samples().stream().noneMatch(draft::matches);
    List<EventPattern> edits =
        RuleEdits.of(mismatch, seesNone).stream()
            .flatMap(tests -> draft.with(mismatch, tests).stream())
            .toList();
    return edits.stream()
        .filter(breadth::isAskedFor)
        .findFirst()
        .or(
            () ->
                edits.stream()
                    .filter(edit -> !seesNone)
                    .flatMap(edit -> breadth.narrowed(edit).stream())
                    .findFirst());
  }
}
