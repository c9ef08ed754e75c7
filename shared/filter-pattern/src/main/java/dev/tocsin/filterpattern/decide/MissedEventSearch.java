package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Base;
import dev.tocsin.filterpattern.Excerpt;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.record.Accounts;
import dev.tocsin.filterpattern.record.Casting;
import dev.tocsin.filterpattern.record.Identities;
import dev.tocsin.filterpattern.record.Relocation;
import dev.tocsin.filterpattern.record.ServiceCalls;
import dev.tocsin.filterpattern.record.SkeletonRecord;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a missed event, in steps of which each answers only what it can answer for certain.
 * What is unknown (an opaque clause, a product of automata that is too large) counts as impossible
 * to a pessimist and as possible to an optimist; what {@code *} means may be known only up to two
 * readings.
 *
 * <table>
 * <caption>What it proves that there is a solution, or that there is none</caption>
 * <tr><th>the condition</th><th>pessimist</th><th>optimist</th></tr>
 * <tr><td>under both readings at once</td><td>some: a missed event ({@link #certain})</td>
 *   <td>some: one if the replay agrees ({@link #possible})</td></tr>
 * <tr><td>leftmost alone, glob alone</td><td>not asked</td>
 *   <td>none for either: nothing is missed ({@link #isNoneForEachReading})</td></tr>
 * </table>
 *
 * <p>Where no {@code *} is read in two ways the rows are one, and a pessimist that met nothing
 * unknown is an optimist too.
 */
final class MissedEventSearch {

  private static final String READING_MATTERS =
      "the answer depends on how `*` before other text in a value is read, which AWS does not"
          + " document";

  /** What a search costs before its first step: samples are matched, automata put together. */
  private static final long START = 2_000;

  private static final int MOST_TRIED = 3;
  private static final long STEPS_TO_BE_FAMILIAR = 100_000;

  private final Question question;
  private final StepBudget budget;

  private MissedEventSearch(Question question, StepBudget budget) {
    this.question = question;
    this.budget = budget;
  }

  /** A missed event, {@code None} iff there is none, {@code Unknown} beyond the budget. */
  static Outcome of(Question question, StepBudget budget) {
    try {
      budget.spend(START);
      if (question.isClearlyCovered()) {
        return new Outcome.None();
      }
      Optional<Base> sample = question.missedSample();
      if (sample.isPresent()) {
        ObjectNode record = sample.get().record();
        return new Outcome.Missed(question.isShown() ? record.deepCopy() : record, sample);
      }
      return new MissedEventSearch(question, budget).search();
    } catch (StepBudget.Exhausted e) {
      return new Outcome.Unknown("too complex: " + e.getMessage());
    } catch (Unsupported e) {
      return new Outcome.Unknown("not decided for " + Excerpt.ofQuoted(e.getMessage()));
    }
  }

  private Outcome search() {
    List<Condition> readings = readings(question.condition());
    Condition all = readings.size() == 1 ? readings.get(0) : new Condition.All(readings);
    Solver.Answer certain = certain(all);
    if (certain.found().isPresent()) {
      return familiar(replayed(certain.found().get(), Set.of()), all);
    }
    Solver.Answer possible = certain.doubts().isEmpty() ? certain : possible(all);
    if (possible.found().isPresent()) {
      return replayed(possible.found().get(), possible.doubts());
    }
    return readings.size() == 1 || isNoneForEachReading(readings)
        ? new Outcome.None()
        : new Outcome.Unknown(READING_MATTERS);
  }

  /** The condition under each reading of {@code *}; a single one if they do not differ. */
  private static List<Condition> readings(Condition condition) {
    return Readings.matter(condition)
        ? Arrays.stream(WildcardReading.values())
            .map(reading -> Readings.settle(condition, reading))
            .toList()
        : List.of(condition);
  }

  /** The missed event, or one that is less strange, found from another sample. */
  private Outcome familiar(Outcome found, Condition condition) {
    Strangeness strangeness = new Strangeness(question.bases());
    if (!question.isShown()
        || !(found instanceof Outcome.Missed missed)
        || strangeness.of(missed.event()) == 0) {
      return found;
    }
    for (JsonNode sample : strangeness.others(missed.event()).stream().limit(MOST_TRIED).toList()) {
      Optional<ObjectNode> other = from(sample, condition);
      if (other.isPresent()
          && strangeness.of(other.get()) < strangeness.of(missed.event())
          && isAsGood(other.get(), missed.event())) {
        return new Outcome.Missed(other.get(), Optional.empty());
      }
    }
    return found;
  }

  /** A missed event like the sample, which takes nothing from the decision. */
  private Optional<ObjectNode> from(JsonNode sample, Condition condition) {
    try {
      StepBudget own = new StepBudget(STEPS_TO_BE_FAMILIAR);
      Elements elements = new Elements(own, false, 0);
      return Solver.solve(condition, EnumSet.of(Kind.OBJECT), sample, elements, own)
          .found()
          .flatMap(
              solution ->
                  Optional.of(solution.write(sample))
                      .filter(question::isMissed)
                      .map(record -> plausible(solution, (ObjectNode) record, sample)));
    } catch (StepBudget.Exhausted | Unsupported e) {
      return Optional.empty();
    }
  }

  private Solver.Answer certain(Condition condition) {
    return solve(condition, question.bases().get(0).record(), false);
  }

  private Solver.Answer possible(Condition condition) {
    return solve(condition, question.bases().get(0).record(), true);
  }

  private boolean isNoneForEachReading(List<Condition> readings) {
    return readings.stream()
        .allMatch(reading -> solve(reading, MissingNode.getInstance(), true).found().isEmpty());
  }

  private Solver.Answer solve(Condition condition, JsonNode hint, boolean optimistic) {
    Elements elements = new Elements(budget, optimistic, 0);
    return Solver.solve(condition, EnumSet.of(Kind.OBJECT), hint, elements, budget);
  }

  /** The solution as a whole record if that is a missed event too, else as the bare fields. */
  private Outcome replayed(Solution solution, Set<String> doubts) {
    List<JsonNode> bases = new ArrayList<>();
    question.bases().forEach(base -> bases.add(base.record()));
    bases.add(MissingNode.getInstance());
    JsonNode record = MissingNode.getInstance();
    for (JsonNode base : bases) {
      record = solution.write(base);
      question.check(record);
      if (question.isMissed(record)) {
        boolean suffices = !question.isShown() && question.brokenBy(record).isEmpty();
        ObjectNode event = (ObjectNode) record;
        return new Outcome.Missed(
            suffices ? event : plausible(solution, event, base), Optional.empty());
      }
    }
    if (doubts.isEmpty()) {
      throw new EngineDefect("no missed event: " + record + " for " + question);
    }
    return new Outcome.Unknown("cannot be decided: " + Excerpt.ofSome(doubts));
  }

  /** The record with what belongs together made to fit, as far as it is a missed event still. */
  private ObjectNode plausible(Solution solution, ObjectNode record, JsonNode base) {
    ObjectNode cast = cast(solution, record, base);
    if (cast.equals(record)) {
      cast = cast(solution, exchanged(solution, record, base), base);
    }
    ObjectNode relocated = ifAsGood(Relocation.plausible(cast, base), cast);
    ObjectNode placed = ifAsGood(SkeletonRecord.plausible(relocated), relocated);
    ObjectNode moved = ifAsGood(Accounts.plausible(placed), placed);
    return ServiceCalls.plausible(moved).stream()
        .filter(call -> isAsGood(call, moved))
        .findFirst()
        .orElse(moved);
  }

  /** The record with the likeliest identity that fits what was found. */
  private ObjectNode cast(Solution solution, ObjectNode record, JsonNode base) {
    return Casting.of(record, base, solution.named(Casting.FIELDS)).stream()
        .filter(candidate -> isAsGood(candidate, record))
        .findFirst()
        .orElse(record);
  }

  /** The solution written into a record of the type of identity that it asks for. */
  private ObjectNode exchanged(Solution solution, ObjectNode record, JsonNode base) {
    return Identities.like(record, base)
        .map(solution::write)
        .filter(exchanged -> isAsGood(exchanged, record))
        .map(ObjectNode.class::cast)
        .orElse(record);
  }

  private ObjectNode ifAsGood(ObjectNode mended, ObjectNode record) {
    return !mended.equals(record) && isAsGood(mended, record) ? mended : record;
  }

  private boolean isAsGood(JsonNode record, JsonNode other) {
    if (!question.isMissed(record)) {
      return false;
    }
    List<Fact> broken = question.brokenBy(record);
    return broken.isEmpty() || question.brokenBy(other).containsAll(broken);
  }
}
