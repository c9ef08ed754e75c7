package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.record.SkeletonRecord;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events that must be seen: {@code required ∧ facts ∧ ¬(exempt1 ∨ exempt2 ∨ …)}. Immutable but
 * for what it has found out about its samples, and safe to share between threads; many questions
 * about one requirement should be asked of one object.
 */
public final class Requirement {
  private final String name;
  private final FilterPattern required;
  private final List<Fact> facts;
  private final List<FilterPattern> exempt;
  private final List<ObjectNode> samples;
  private final Optional<FilterPattern> published;
  private final List<ObjectNode> silent;
  private final List<Base> bases;

  /**
   * All that can be said of it.
   *
   * @param name the control's id, for messages
   * @param required the events the control is about
   * @param facts what holds for every record the control is about
   * @param exempt patterns of events that need not be seen; a blank one, which would exempt every
   *     event, is taken for none
   * @param samples real-shaped records, from which a missed event takes the fields that the
   *     patterns leave open
   * @param published the text an authority prints for it, which may match more; a correction may,
   *     too
   * @param silent records that it is not about, though they are like those it is about
   */
  public Requirement(
      String name,
      FilterPattern required,
      List<Fact> facts,
      List<FilterPattern> exempt,
      List<ObjectNode> samples,
      Optional<FilterPattern> published,
      List<ObjectNode> silent) {
    this.name = name;
    this.required = required;
    this.facts = List.copyOf(facts);
    this.exempt = exempt.stream().filter(one -> !(one.syntax() instanceof Pattern.Blank)).toList();
    this.samples = List.copyOf(samples);
    this.published = published;
    this.silent = List.copyOf(silent);
    List<Base> made = new ArrayList<>();
    this.samples.forEach(sample -> made.add(new Base(sample, this)));
    made.add(new Base(SkeletonRecord.make(), this));
    this.bases = List.copyOf(made);
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

  /** The bare question, with no facts, no exemption and no samples. */
  public static Requirement of(String name, FilterPattern required) {
    return new Requirement(name, required, List.of(), List.of(), List.of());
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

  /** The control's id, for messages. */
  public String name() {
    return name;
  }

  /** The events the control is about. */
  public FilterPattern required() {
    return required;
  }

  /** What holds for every record the control is about. */
  public List<Fact> facts() {
    return facts;
  }

  /** Patterns of events that need not be seen, none of them blank. */
  public List<FilterPattern> exempt() {
    return exempt;
  }

  /** Real-shaped records, from which a missed event takes what the patterns leave open. */
  public List<ObjectNode> samples() {
    return samples;
  }

  /** The text an authority prints for it, which may match more; a correction may, too. */
  public Optional<FilterPattern> published() {
    return published;
  }

  /** Records that it is not about, though they are like those it is about. */
  public List<ObjectNode> silent() {
    return silent;
  }

  /** The samples, then an everyday record: what a missed event stays close to, the best first. */
  public List<Base> bases() {
    return bases;
  }

  /** The facts that a record breaks under some reading of {@code *}, in their order. */
  public List<Fact> brokenBy(JsonNode record) {
    List<Fact> broken = new ArrayList<>();
    for (Fact fact : facts) {
      for (WildcardReading reading : WildcardReading.values()) {
        if (!fact.holds().matches(record, reading)) {
          broken.add(fact);
          break;
        }
      }
    }
    return broken;
  }
}
