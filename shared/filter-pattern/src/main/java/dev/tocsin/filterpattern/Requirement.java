package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events that must be seen: {@code required ∧ facts ∧ ¬(exempt1 ∨ exempt2 ∨ …)}.
 *
 * @param name the control's id, for messages
 * @param required the events the control is about
 * @param facts what holds for every record the control is about
 * @param exempt patterns of events that need not be seen; a blank one, which would exempt every
 *     event, is taken for none
 * @param samples real-shaped records, from which a missed event takes the fields that the patterns
 *     leave open
 * @param published the text an authority prints for it, which may match more; a correction may, too
 * @param silent records that it is not about, though they are like those it is about
 */
public record Requirement(
    String name,
    FilterPattern required,
    List<Fact> facts,
    List<FilterPattern> exempt,
    List<ObjectNode> samples,
    Optional<FilterPattern> published,
    List<ObjectNode> silent) {

  public Requirement {
    facts = List.copyOf(facts);
    exempt = exempt.stream().filter(one -> !(one.syntax() instanceof Pattern.Blank)).toList();
    samples = List.copyOf(samples);
    silent = List.copyOf(silent);
  }

  /** As nobody has published it, with no records that it is not about. */
  public Requirement(
      String name,
      FilterPattern required,
      List<Fact> facts,
      List<FilterPattern> exempt,
      List<ObjectNode> samples) {
    this(name, required, facts, exempt, samples, Optional.empty(), List.of());
  }

  /** The same with a fact more. */
  public Requirement with(Fact fact) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return new Requirement(name, required, more, exempt, samples, published, silent);
  }

  /** The same with these exemptions instead of its own. */
  public Requirement exempting(List<FilterPattern> patterns) {
    return new Requirement(name, required, facts, patterns, samples, published, silent);
  }

  /** The bare question, with no facts, no exemption and no samples. */
  public static Requirement of(String name, FilterPattern required) {
    return new Requirement(name, required, List.of(), List.of(), List.of());
  }
}
