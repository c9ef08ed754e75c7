package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.NumberTexts;
import dev.tocsin.filterpattern.text.StepBudget;
import dev.tocsin.filterpattern.text.TextSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds a number that several sets share. */
final class NumberSearch {

  /** A number of them all; or none, for certain or for all we know. */
  record Answer(Optional<JsonNode> number, boolean certain) {}

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal HUGE = new BigDecimal("1e400");

  private final List<NumberSet> sets;
  private final StepBudget budget;

  NumberSearch(List<NumberSet> sets, StepBudget budget) {
    this.sets = sets;
    this.budget = budget;
  }

  Answer find() {
    for (JsonNode candidate : candidates()) {
      budget.spend(sets.size());
      if (sets.stream().allMatch(set -> set.contains(candidate))) {
        return new Answer(Optional.of(candidate), true);
      }
    }
    // Between two bounds all numbers compare alike, so candidates settle everything but texts.
    List<TextSet> texts = new ArrayList<>();
    for (NumberSet set : sets) {
      if (set instanceof NumberSet.Spelled spelled && !spelled.texts().equals(TextSet.ALL)) {
        texts.add(spelled.texts());
      }
    }
    return texts.isEmpty() ? new Answer(Optional.empty(), true) : spelled(texts);
  }

  private Answer spelled(List<TextSet> texts) {
    List<TextSet> all = new ArrayList<>(texts);
    all.add(NumberTexts.ALL);
    // Most words are no number's text, which is cheaper to see than what their bounds allow.
    if (Intersection.shortest(all, budget) instanceof Intersection.Answer.Empty) {
      return new Answer(Optional.empty(), true);
    }
    for (NumberSet set : sets) {
      if (set instanceof NumberSet.Compared compared) {
        all.add(comparable(compared));
      }
    }
    Intersection.Answer answer = Intersection.shortest(all, budget);
    if (answer instanceof Intersection.Answer.Empty) {
      return new Answer(Optional.empty(), true);
    }
    if (answer instanceof Intersection.Answer.Member member) {
      JsonNode number = node(member.text());
      if (sets.stream().allMatch(set -> set.contains(number))) {
        return new Answer(Optional.of(number), true);
      }
    }
    return new Answer(Optional.empty(), false);
  }

  /** The texts of the numbers in a set of values. */
  private static TextSet comparable(NumberSet.Compared compared) {
    TextSet texts = NumberTexts.compared(compared.bound(), compared.comparison()::holds);
    return compared.except() ? texts.complement() : texts;
  }

  private List<JsonNode> candidates() {
    TreeSet<BigDecimal> bounds = new TreeSet<>();
    for (NumberSet set : sets) {
      if (set instanceof NumberSet.Compared compared) {
        bounds.add(compared.bound());
      }
    }
    Set<JsonNode> candidates = new LinkedHashSet<>();
    bounds.forEach(bound -> addInteger(candidates, bound));
    for (BigDecimal bound : bounds) {
      addInteger(candidates, bound.abs().compareTo(MOST) > 0 ? bound : bound.add(BigDecimal.ONE));
      addInteger(
          candidates, bound.abs().compareTo(MOST) > 0 ? bound : bound.subtract(BigDecimal.ONE));
    }
    addInteger(candidates, BigDecimal.ZERO);
    addInteger(candidates, BigDecimal.ONE);
    BigDecimal previous = null;
    for (BigDecimal bound : bounds) {
      double nearest = bound.doubleValue();
      if (previous != null) {
        addDouble(candidates, previous.doubleValue() / 2 + nearest / 2);
      }
      addDouble(candidates, nearest);
      addDouble(candidates, Math.nextUp(nearest));
      addDouble(candidates, Math.nextDown(nearest));
      previous = bound;
    }
    addDouble(candidates, 0.5);
    candidates.add(DecimalNode.valueOf(HUGE));
    candidates.add(DecimalNode.valueOf(HUGE.negate()));
    return List.copyOf(candidates);
  }

  private static void addInteger(Set<JsonNode> candidates, BigDecimal value) {
    if (value.abs().compareTo(MOST) > 0) {
      return;
    }
    candidates.add(LongNode.valueOf(value.setScale(0, RoundingMode.FLOOR).longValueExact()));
    candidates.add(LongNode.valueOf(value.setScale(0, RoundingMode.CEILING).longValueExact()));
  }

  private static void addDouble(Set<JsonNode> candidates, double value) {
    if (Double.isFinite(value)) {
      candidates.add(DoubleNode.valueOf(value));
    }
  }

  /** The number of a text, as it would be written in a record. */
  private static JsonNode node(String text) {
    if (text.endsWith("Infinity")) {
      return DecimalNode.valueOf(text.startsWith("-") ? HUGE.negate() : HUGE);
    }
    double value = Double.parseDouble(text);
    boolean integer = text.indexOf('.') < 0 && BigDecimal.valueOf(value).abs().compareTo(MOST) < 0;
    return integer
        ? LongNode.valueOf(new BigDecimal(text).longValueExact())
        : DoubleNode.valueOf(value);
  }
}
