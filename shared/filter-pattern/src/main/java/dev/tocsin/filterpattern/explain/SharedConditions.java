package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.parse.PatternParser;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for conditions that several patterns share and that ought to go: who writes one filter for
 * each event leaves the same identity out of all of them, and then one longer pattern beside the
 * others would ring twice.
 *
 * <p>Cost: in each of {@value #MOST_ROUNDS} rounds at most, a decision for each pattern that has
 * such conditions, and one of what is seen then.
 */
final class SharedConditions {
  private static final int MOST_ROUNDS = 4;

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final List<? extends EventTest> deployed;
  private final List<Alternative> alternatives;
  private final Breadth breadth;
  private final Additions additions;
  private final Set<Expression> conditions = new LinkedHashSet<>();

  SharedConditions(
      CoverageDecider decider,
      Requirement requirement,
      List<? extends EventTest> deployed,
      List<Alternative> alternatives) {
    this.decider = decider;
    this.requirement = requirement;
    this.deployed = deployed;
    this.alternatives = alternatives;
    this.breadth = new Breadth(decider, requirement, deployed);
    this.additions = new Additions(requirement.required().expression().orElseThrow(), alternatives);
  }

  /**
   * The conditions, if several patterns have to do without them.
   *
   * @param missed events that are missed, one for each alternative that is
   */
  Optional<Shared> among(List<ObjectNode> missed) {
    Set<Integer> positions = new TreeSet<>();
    List<ObjectNode> events = new ArrayList<>(missed);
    for (int round = 0; round < MOST_ROUNDS && round < events.size(); round++) {
      for (ObjectNode event : List.copyOf(events)) {
        keepingOut(event, positions);
      }
      if (positions.size() < 2) {
        return Optional.empty();
      }
      Coverage coverage = decider.decideOnly(requirement, without());
      if (coverage instanceof Coverage.Covered) {
        return checked(Optional.empty());
      }
      if (!(coverage instanceof Coverage.Missed still)) {
        return Optional.empty();
      }
      if (failing(still.event()).isEmpty()) {
        return beside().flatMap(rest -> checked(Optional.of(rest)));
      }
      events.add(still.event());
    }
    return Optional.empty();
  }

  /** Notes what keeps an event from the test nearest to it, where that is a shared condition. */
  private void keepingOut(ObjectNode event, Set<Integer> positions) {
    List<Expression> failing = failing(event);
    if (!failing.isEmpty()) {
      conditions.addAll(failing);
      positions.add(Distance.nearest(deployed, event));
    }
  }

  /**
   * The conditions of the nearest test that fail; empty iff some are not shared, or name events.
   */
  private List<Expression> failing(ObjectNode event) {
    int nearest = Distance.nearest(deployed, event);
    List<Expression> failing =
        nearest < 0
            ? List.of()
            : conjuncts(deployed.get(nearest)).stream()
                .filter(part -> !Distance.holds(part, event))
                .toList();
    boolean areShared =
        failing.stream()
            .allMatch(
                part ->
                    part.leaves().noneMatch(leaf -> leaf.selector().equals(Expressions.EVENT_NAME))
                        && deployed.stream().filter(test -> conjuncts(test).contains(part)).count()
                            > 1);
    return areShared ? failing : List.of();
  }

  private static List<Expression> conjuncts(EventTest test) {
    return test instanceof FilterPattern pattern
            && pattern.syntax() instanceof Pattern.Json json
            && json.expression() instanceof Expression.And and
        ? and.parts()
        : List.of();
  }

  /** The tests, those that can do without the conditions as they are then. */
  private List<EventTest> without() {
    List<EventTest> tests = new ArrayList<>();
    for (EventTest test : deployed) {
      List<Expression> rest = new ArrayList<>(conjuncts(test));
      boolean changed = rest.removeAll(conditions) && !rest.isEmpty();
      tests.add(changed && isAskedFor(rest, test) ? FilterPattern.of(Expressions.and(rest)) : test);
    }
    return tests;
  }

  /**
   * Whether nobody asked for less. Who names no service today hears of such names from any, and
   * goes on to.
   */
  private boolean isAskedFor(List<Expression> rest, EventTest instead) {
    List<Expression> all = new ArrayList<>(rest);
    additions.conditions().stream()
        .filter(one -> Expressions.isAbout(one, Expressions.EVENT_SOURCE))
        .forEach(all::add);
    return !breadth.breaksSilence(FilterPattern.of(Expressions.and(rest)))
        && breadth.isAskedFor(FilterPattern.of(Expressions.and(all)), instead);
  }

  /** What the patterns do not name, where that is less than half of what is required. */
  private Optional<FilterPattern> beside() {
    List<EventTest> tests = without();
    List<Alternative> missed =
        alternatives.stream()
            .filter(one -> decider.covers(one.requirement(), tests) != Answer.COVERED)
            .toList();
    return 2 * missed.size() > alternatives.size()
        ? Optional.empty()
        : additions
            .narrowed(missed)
            .map(FilterPattern::of)
            .filter(pattern -> pattern.text().length() <= PatternParser.MAX_LENGTH);
  }

  /** The answer, once it is decided that it covers and that nobody asked for less. */
  private Optional<Shared> checked(Optional<FilterPattern> beside) {
    List<EventTest> tests = new ArrayList<>(without());
    beside.ifPresent(tests::add);
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < deployed.size(); i++) {
      if (tests.get(i) != deployed.get(i)) {
        positions.add(i);
      }
    }
    boolean isGood =
        positions.size() > 1
            && (beside.isEmpty() || decider.covers(requirement, tests) == Answer.COVERED);
    return isGood
        ? Optional.of(
            new Shared(
                conditions.stream().map(PatternPrinter::print).toList(),
                positions,
                beside.map(FilterPattern::text),
                Deliberate.leftOut(conditions)))
        : Optional.empty();
  }
}
