package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How tests and a control's events lie to each other, asked of the engine within budgets: where one
 * is used up, further answers of its kind are {@code Undecided} and name it. Not to be shared
 * between threads.
 */
public final class Fit {
  // The budgets of one control, in steps: twenty times what any known account needs, a second or
  // two where all are used up. One beside the other, so that no kind of question starves another.
  private static final long OF_SINGLES = 20_000_000;
  private static final long OF_SETS = 10_000_000;
  private static final long OF_WEIGHTS = 10_000_000;
  private static final long OF_FIXES = 20_000_000;

  /** Enough for what people deploy, and little enough to be spent on each of a hundred filters. */
  private static final long A_LOOK = 100_000;

  private final CoverageDecider single;
  private final CoverageDecider joint;
  private final CoverageDecider weighing;
  private final CoverageDecider fixing;
  private final Requirement requirement;
  private final Deployed deployed;
  private final Set<String> names;
  private NamesSeen namesSeen;

  /** What single tests see; each is asked for several times. */
  private final IdentityHashMap<EventTest, Coverage> alone = new IdentityHashMap<>();

  /** How many sample records single tests match. */
  private final IdentityHashMap<EventTest, Integer> samples = new IdentityHashMap<>();

  /**
   * For one control.
   *
   * @param deployed what the snapshot's filters say
   */
  public Fit(CoverageDecider decider, Requirement requirement, Deployed deployed) {
    this.single =
        decider.within(new StepBudget(OF_SINGLES, "the filters of this control one by one"));
    this.joint = decider.within(new StepBudget(OF_SETS, "the filters of this control together"));
    this.weighing =
        decider.within(new StepBudget(OF_WEIGHTS, "what each filter sees of this control"));
    this.fixing = decider.within(new StepBudget(OF_FIXES, "the fixes for this control"));
    this.requirement = requirement;
    this.deployed = deployed;
    this.names = new LinkedHashSet<>(requirement.required().eventNames());
    this.names.removeIf(name -> !name.matches("\\w+"));
  }

  /** What the control requires. */
  public Requirement requirement() {
    return requirement;
  }

  /** What the snapshot's filters say, whatever the control. */
  public Deployed deployed() {
    return deployed;
  }

  /** The engine, within what may be spent on finding fixes for this control. */
  public CoverageDecider fixing() {
    return fixing;
  }

  /** The event names that the required pattern spells out. */
  public Set<String> names() {
    return names;
  }

  /** Whether the tests together see every required event. */
  public Coverage of(List<EventTest> tests) {
    return joint.decide(requirement, tests);
  }

  /** Whether a test by itself sees every required event; decided once. */
  public Coverage of(EventTest test) {
    return alone.computeIfAbsent(test, one -> single.decide(requirement, List.of(one)));
  }

  /** The same, but {@code Undecided} where it takes more than a look: to be asked again. */
  public Coverage atALook(EventTest test) {
    Coverage known = alone.get(test);
    if (known != null) {
      return known;
    }
    Coverage coverage = single.decide(requirement, List.of(test), A_LOOK);
    if (!(coverage instanceof Coverage.Undecided)) {
      alone.put(test, coverage);
    }
    return coverage;
  }

  /** True iff the tests together see every required event. */
  public boolean covers(List<EventTest> tests) {
    return joint.covers(requirement, tests) == Answer.COVERED;
  }

  /**
   * How much of what is required a test sees: 0 iff nothing, the most iff all, and between them the
   * more the more event names and sample records it sees.
   */
  public int weight(EventTest test) {
    if (of(test) instanceof Coverage.Covered) {
      return Integer.MAX_VALUE;
    }
    int seen = samplesSeen(test);
    seen += overlaps(requirement.required(), requirement.samples(), test) ? 1 : 0;
    if (seen > 0) {
      seen += namesSeen().by(test, named -> overlaps(named.events(), named.samples(), test));
    }
    return seen;
  }

  /** How many of the control's sample records a test matches; counted once. */
  public int samplesSeen(EventTest test) {
    return samples.computeIfAbsent(
        test, one -> (int) requirement.samples().stream().filter(one::matches).count());
  }

  /**
   * True iff the test sees a sample record, or one that has another of the control's event names:
   * what can be said of a test without a search.
   */
  public boolean seesSomeSample(EventTest test) {
    return samplesSeen(test) > 0
        || namesSeen().names().stream()
            .flatMap(named -> named.samples().stream())
            .anyMatch(test::matches);
  }

  private NamesSeen namesSeen() {
    if (namesSeen == null) {
      namesSeen = new NamesSeen(requirement, names, haveEach(names));
    }
    return namesSeen;
  }

  /** Whether every event of the control has one of these names. */
  private boolean haveEach(Set<String> names) {
    return weighing.covers(requirement, names.stream().map(Fit::named).toList()) == Answer.COVERED;
  }

  private static FilterPattern named(String name) {
    return FilterPattern.of("{ $.eventName = \"" + name + "\" }");
  }

  /** True iff the test sees some of what is required for certain: its weight is more than 0. */
  public boolean seesSome(EventTest test) {
    return samplesSeen(test) > 0
        || overlaps(requirement.required(), requirement.samples(), test)
        || of(test) instanceof Coverage.Covered;
  }

  /** An event that a test sees beyond what is required, in words; empty iff none was found. */
  public Optional<String> breadth(FilterPattern test) {
    List<EventTest> expected = new ArrayList<>(List.of(requirement.required()));
    names.forEach(name -> expected.add(named(name)));
    Requirement seen =
        new Requirement(
            requirement.name(), test, requirement.facts(), List.of(), requirement.samples());
    return weighing.decideOnly(seen, expected) instanceof Coverage.Missed missed
        ? Optional.of(Events.inWords(missed.event()))
        : Optional.empty();
  }

  /** False iff no required event is seen by the test, for certain. */
  public boolean maySeeSome(EventTest test) {
    return !covers(List.of(new Unseen(test)));
  }

  /** True iff the test sees some of these events for certain. */
  private boolean overlaps(FilterPattern events, List<ObjectNode> samples, EventTest test) {
    Requirement seen =
        new Requirement(
            requirement.name(), events, requirement.facts(), requirement.exempt(), samples);
    return weighing.covers(seen, List.of(new Unseen(test))) == Answer.MISSED;
  }
}
