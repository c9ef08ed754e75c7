package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Edits a rule's event pattern, key by key, until it sees all that is required. Decided: it then
 * does, and it matches nothing that neither the requirement, nor the text published for it, nor the
 * rule as it was meant asks for.
 *
 * <p>Cost: two decisions or more for each event that is missed in turn, of {@value #MOST_EDITS} at
 * most.
 */
public final class RuleCorrection {
  private static final int MOST_EDITS = 40;
  private static final String ANYTHING_BUT = "anything-but";

  /** Of which an event has one, so that another one is written in place of what never comes. */
  private static final Set<String> ONE_OF_THE_SERVICE = Set.of("source", "detail-type");

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final boolean reads;
  private final Requirement everyRecord;

  /**
   * Corrections for a requirement.
   *
   * @param reads whether the state of the rule is such that it is shown calls that read
   */
  public RuleCorrection(CoverageDecider decider, Requirement requirement, boolean reads) {
    this.decider = decider;
    this.requirement = requirement;
    this.reads = reads;
    this.everyRecord =
        new Requirement(
            requirement.name(),
            FilterPattern.of(""),
            requirement.facts().stream().filter(RuleCorrection::isOfKinds).toList(),
            List.of(),
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

  /**
   * The pattern after the fewest edits, the pattern itself if it needs none; empty iff no edits of
   * single keys are good.
   */
  public Optional<EventPattern> of(EventPattern deployed) {
    EventPattern draft = deployed;
    EventPattern meant = deployed;
    for (int i = 0; i <= MOST_EDITS; i++) {
      Coverage coverage = decider.decideOnly(requirement, List.of(shown(draft)));
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
      if (mismatch.get().isLiteralAsterisk()) {
        next = draft.with(mismatch.get(), withWildcards(mismatch.get().asked()));
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

  private EventTest shown(EventPattern pattern) {
    return reads ? pattern : new EnabledRule(pattern);
  }

  private Optional<EventPattern> edited(
      EventPattern draft, KeyMismatch mismatch, List<EventPattern> deployed) {
    return tests(draft, mismatch)
        .flatMap(tests -> draft.with(mismatch, tests).stream())
        .filter(pattern -> isAskedFor(pattern, deployed))
        .findFirst();
  }

  /** What may stand at the key instead, the better first. */
  private Stream<List<JsonNode>> tests(EventPattern draft, KeyMismatch mismatch) {
    List<JsonNode> asked = elements(mismatch.asked());
    JsonNode found = mismatch.found();
    List<List<JsonNode>> ways = new ArrayList<>();
    withoutExclusion(asked, found).ifPresent(ways::add);
    boolean isName = mismatch.field().equals("detail.eventName");
    boolean isOne = ONE_OF_THE_SERVICE.contains(mismatch.field());
    if (isOne && asked.size() == 1 && requirement.samples().stream().noneMatch(draft::matches)) {
      ways.add(List.of(found));
    }
    if (!isName && !isOne) {
      ways.add(List.of());
    }
    if (found.isValueNode() && !found.isMissingNode()) {
      List<JsonNode> more = new ArrayList<>(asked);
      more.add(found);
      ways.add(more);
    }
    return ways.stream();
  }

  /** The tests without the value in {@code anything-but}, where it stands there. */
  private static Optional<List<JsonNode>> withoutExclusion(List<JsonNode> asked, JsonNode found) {
    List<JsonNode> left = new ArrayList<>();
    boolean isExcluded = false;
    for (JsonNode test : asked) {
      List<JsonNode> excluded = elements(test.path(ANYTHING_BUT));
      if (excluded.remove(found)) {
        isExcluded = true;
        if (!excluded.isEmpty()) {
          ObjectNode but = JsonNodeFactory.instance.objectNode();
          excluded.forEach(but.putArray(ANYTHING_BUT)::add);
          left.add(but);
        }
      } else {
        left.add(test);
      }
    }
    return isExcluded ? Optional.of(left) : Optional.empty();
  }

  private static List<JsonNode> withWildcards(JsonNode asked) {
    return elements(asked).stream()
        .map(
            test ->
                test.isTextual() && test.textValue().equals("*")
                    ? JsonNodeFactory.instance.objectNode().put("wildcard", "*")
                    : test)
        .toList();
  }

  private static List<JsonNode> elements(JsonNode json) {
    List<JsonNode> elements = new ArrayList<>();
    if (json instanceof ArrayNode array) {
      array.forEach(elements::add);
    } else if (json.isValueNode() && !json.isMissingNode()) {
      elements.add(json);
    }
    return elements;
  }

  /**
   * Whether it matches nothing but what somebody asks for: every event passes one of their tests,
   * or does not match.
   */
  private boolean isAskedFor(EventPattern pattern, List<EventPattern> deployed) {
    List<EventTest> asked = new ArrayList<>(deployed);
    asked.add(requirement.required());
    requirement.published().ifPresent(asked::add);
    boolean isSilent =
        requirement.silent().stream()
            .noneMatch(
                one -> pattern.matches(one) && asked.stream().noneMatch(t -> t.matches(one)));
    asked.add(new Opposite(pattern));
    return isSilent && decider.covers(everyRecord, asked) == Answer.COVERED;
  }
}
