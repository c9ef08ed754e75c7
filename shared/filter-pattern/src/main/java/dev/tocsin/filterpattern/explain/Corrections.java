package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.parse.Misread;
import dev.tocsin.filterpattern.parse.PatternParser;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the smallest change to one deployed pattern after which nothing is missed and nothing
 * is seen that nobody asked for.
 *
 * <p>The changes are tried from the smallest on. Each event found missed, or seen unasked, is kept
 * and rules out later candidates by plain matching. Cost: one or two decisions for each candidate
 * that no known event rules out, {@value #MOST_DECIDED} at most.
 */
final class Corrections {

  private static final int MOST_DECIDED = 24;
  private static final int MOST_UNDECIDED = 2;
  private static final int MOST_LOOKED_AT = 2000;

  /** Clauses compared with clauses to tidy drafts: for short patterns, more than are looked at. */
  private static final long MOST_COMPARED = 4_000_000;

  private static final int LARGEST = 60;
  private static final int NARROW = 3;
  private static final int REPEATED = 3;

  /**
   * A pattern on the way to a correction.
   *
   * @param price its changes, and what it says twice or leaves misspelt
   */
  private record Draft(
      int position, Expression expression, int cost, int depth, String text, int price) {}

  private static final Comparator<Draft> SMALLEST =
      Comparator.comparingInt(Draft::price)
          .thenComparing(Comparator.comparingInt(Draft::depth).reversed())
          .thenComparing(draft -> draft.text().length())
          .thenComparing(Draft::text);

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final List<? extends EventTest> deployed;
  private final List<Alternative> alternatives;
  private final Breadth breadth;
  private final Exchanges exchanges;
  private final Additions additions;
  private final List<Expression> exclusions;
  private final List<ObjectNode> required = new ArrayList<>();
  private int decided;
  private int undecided;
  private long compared;

  /**
   * Corrections of deployed tests.
   *
   * @param missed events that are missed, one for each alternative that is
   */
  Corrections(
      CoverageDecider decider,
      Requirement requirement,
      List<? extends EventTest> deployed,
      List<Alternative> alternatives,
      List<ObjectNode> missed) {
    this.decider = decider;
    this.requirement = requirement;
    this.deployed = deployed;
    this.alternatives = alternatives;
    this.breadth = new Breadth(decider, requirement, deployed);
    List<Expression> wanted = new ArrayList<>();
    wanted.add(expression(requirement.required()).orElseThrow());
    requirement.published().flatMap(Corrections::expression).ifPresent(wanted::add);
    this.exchanges = new Exchanges(wanted);
    this.additions = new Additions(wanted.get(0), alternatives);
    this.exclusions = Exclusions.of(breadth.spokenOf());
    requirement.samples().stream().filter(this::isRequired).forEach(required::add);
    required.addAll(missed);
  }

  private Draft draft(int position, Expression expression, int cost, int depth) {
    Expression tidy = Tidy.of(expression);
    String text = PatternPrinter.print(new Pattern.Json(tidy));
    long repeated = repeated(tidy);
    long misspelt = tidy.leaves().filter(exchanges::isMisspelt).count();
    int price = cost + REPEATED * (int) (repeated + misspelt);
    return new Draft(
        position, tidy, cost, depth, text, Tidy.saysNothing(tidy) ? LARGEST + 1 : price);
  }

  private static long repeated(Expression expression) {
    return expression.leaves().count() - expression.leaves().distinct().count();
  }

  /** Whether it says nothing twice but what the deployed pattern does. */
  private boolean repeatsNoMore(Draft draft) {
    long before =
        expression((FilterPattern) deployed.get(draft.position))
            .map(start -> repeated(Tidy.of(start)))
            .orElse(0L);
    return repeated(draft.expression) <= before;
  }

  private boolean isRequired(ObjectNode sample) {
    return requirement.required().matches(sample)
        && requirement.exempt().stream().noneMatch(exempt -> exempt.matches(sample))
        && requirement.facts().stream().allMatch(fact -> fact.holds().matches(sample));
  }

  private static Optional<Expression> expression(FilterPattern pattern) {
    return pattern.syntax() instanceof Pattern.Json json
        ? Optional.of(json.expression())
        : Optional.empty();
  }

  /**
   * The smallest correction; the published text, or the required pattern, as a filter of its own
   * where no change is good or no filter sees, or means to see, half of what is required.
   *
   * @param kept positions of deployed tests that serve something else, which no correction replaces
   */
  Optional<Correction> smallest(Set<Integer> kept) {
    PriorityQueue<Draft> drafts = new PriorityQueue<>(SMALLEST);
    for (int i = 0; i < deployed.size(); i++) {
      if (!kept.contains(i) && deployed.get(i) instanceof FilterPattern pattern) {
        FilterPattern meant = Misread.of(pattern).flatMap(Misread::meant).orElse(pattern);
        int position = i;
        expression(meant)
            .filter(start -> isMeantForIt(pattern, start))
            .ifPresent(start -> add(drafts, draft(position, start, 0, 0)));
      }
    }
    Set<String> seen = new HashSet<>();
    for (int looked = 0; looked < MOST_LOOKED_AT && isWorthIt(); looked++) {
      Draft draft = drafts.poll();
      if (draft == null || draft.price > LARGEST) {
        break;
      }
      if (!seen.add(draft.position + draft.text())) {
        continue;
      }
      Optional<Draft> good = follow(draft, drafts);
      if (good.isPresent()) {
        return correction(good.get());
      }
    }
    return ofItsOwn();
  }

  /** Questions that cannot be decided cost most, and those like them cannot either. */
  private boolean isWorthIt() {
    return decided < MOST_DECIDED && undecided < MOST_UNDECIDED && compared < MOST_COMPARED;
  }

  /** Adds a draft to those to look at. */
  private void add(PriorityQueue<Draft> drafts, Draft draft) {
    long clauses = draft.expression.leaves().count();
    compared += clauses * clauses;
    drafts.add(draft);
  }

  /** The draft if it is good; else its changes are added to those to look at. */
  private Optional<Draft> follow(Draft draft, PriorityQueue<Draft> drafts) {
    FilterPattern pattern = FilterPattern.of(draft.expression);
    if (breadth.isKnownTooBroad(pattern, deployed.get(draft.position))) {
      narrow(draft, drafts);
      return Optional.empty();
    }
    List<EventTest> tests = new ArrayList<>(deployed);
    tests.set(draft.position, pattern);
    Optional<ObjectNode> event = required.stream().filter(one -> isUnseen(one, tests)).findFirst();
    if (event.isEmpty()) {
      decided++;
      Coverage coverage = decider.decideOnly(requirement, tests);
      if (coverage instanceof Coverage.Covered) {
        decided++;
        if (breadth.isAskedFor(pattern, deployed.get(draft.position))) {
          return Optional.of(draft)
              .filter(good -> good.text().length() <= PatternParser.MAX_LENGTH)
              .filter(this::repeatsNoMore);
        }
        narrow(draft, drafts);
        return Optional.empty();
      }
      if (!(coverage instanceof Coverage.Missed missed)) {
        undecided++;
        return Optional.empty();
      }
      required.add(missed.event());
      event = Optional.of(missed.event());
    }
    List<Alternative> missed = missed(tests);
    Repairs repairs = new Repairs(exchanges, additions, event.get(), missed, exclusions);
    for (Repairs.Change change : repairs.of(draft.expression)) {
      add(
          drafts,
          draft(
              draft.position,
              change.expression(),
              draft.cost + change.cost(),
              Math.max(draft.depth, change.depth())));
    }
    return Optional.empty();
  }

  /** A draft that matches too much may lack one of the conditions that all required events meet. */
  private void narrow(Draft draft, PriorityQueue<Draft> drafts) {
    List<Expression> present = Expressions.parts(draft.expression);
    for (Expression condition : additions.conditions()) {
      if (!present.contains(condition)) {
        boolean first = Expressions.isAbout(condition, Expressions.EVENT_SOURCE);
        List<Expression> both =
            first ? List.of(condition, draft.expression) : List.of(draft.expression, condition);
        Expression narrower = Expressions.and(both);
        add(drafts, draft(draft.position, narrower, draft.cost + NARROW, draft.depth));
      }
    }
  }

  private static boolean isUnseen(ObjectNode event, List<? extends EventTest> tests) {
    return tests.stream().noneMatch(test -> test.matches(event));
  }

  /** The alternatives of which a known event is unseen. */
  private List<Alternative> missed(List<? extends EventTest> tests) {
    List<ObjectNode> unseen = required.stream().filter(one -> isUnseen(one, tests)).toList();
    return alternatives.stream().filter(one -> unseen.stream().anyMatch(one::has)).toList();
  }

  private Optional<Correction> correction(Draft draft) {
    Expression lean = new DeadParts(decider, requirement).without(draft.expression);
    String text = PatternPrinter.print(new Pattern.Json(lean));
    return Optional.of(Correction.of(text, draft.position));
  }

  /** Whether the pattern sees, or means to see, at least half of what is required. */
  private boolean isMeantForIt(EventTest pattern, Expression expression) {
    List<Expression.Leaf> leaves = expression.leaves().toList();
    long meant =
        alternatives.stream()
            .filter(
                one ->
                    seesSome(pattern, one)
                        || one.clause()
                            .leaves()
                            .anyMatch(
                                clause -> leaves.stream().anyMatch(leaf -> names(leaf, clause))))
            .count();
    return 2 * meant >= alternatives.size();
  }

  private static boolean names(Expression.Leaf leaf, Expression.Leaf clause) {
    return Tidy.implies(clause, leaf) || Exchanges.isSlip(leaf, clause);
  }

  private boolean seesSome(EventTest pattern, Alternative alternative) {
    return alternative.example().stream().anyMatch(pattern::matches)
        || required.stream().filter(alternative::has).anyMatch(pattern::matches);
  }

  /**
   * A filter beside those deployed: what they miss, where there are several and they see half of
   * what is required; else the whole.
   */
  private Optional<Correction> ofItsOwn() {
    Optional<FilterPattern> withoutExempt = withoutExempt();
    if (withoutExempt.isPresent()) {
      return withoutExempt.map(text -> Correction.beside(text.text()));
    }
    List<Alternative> missed = missed(deployed);
    List<FilterPattern> texts = new ArrayList<>();
    if (deployed.size() > 1 && 2 * missed.size() <= alternatives.size()) {
      additions
          .narrowed(missed)
          .map(narrowed -> FilterPattern.of(PatternPrinter.print(new Pattern.Json(narrowed))))
          .ifPresent(texts::add);
    }
    requirement.published().ifPresent(texts::add);
    texts.add(requirement.required());
    for (FilterPattern text : texts) {
      List<EventTest> tests = new ArrayList<>(deployed);
      tests.add(text);
      if (text.text().length() <= PatternParser.MAX_LENGTH
          && !breadth.breaksSilence(text)
          && decider.covers(requirement, tests) == Answer.COVERED) {
        return Optional.of(Correction.beside(text.text()));
      }
    }
    return Optional.empty();
  }

  /** The whole without what is exempted, where a deployed pattern says something of that. */
  private Optional<FilterPattern> withoutExempt() {
    return Stream.concat(requirement.published().stream(), Stream.of(requirement.required()))
        .flatMap(text -> expression(text).stream())
        .flatMap(
            whole ->
                exclusions.stream().map(exclusion -> Expressions.and(List.of(whole, exclusion))))
        .map(FilterPattern::of)
        .filter(
            text ->
                text.text().length() <= PatternParser.MAX_LENGTH && !breadth.breaksSilence(text))
        .filter(text -> decider.covers(requirement, List.of(text)) == Answer.COVERED)
        .findFirst();
  }
}
