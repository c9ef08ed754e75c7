package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be watched, as its rule folder says.
 *
 * @param id the folder's name, also the Config rule's
 * @param title one line, for people
 * @param description what the rule asks of an account, at most 256 characters
 * @param frequency how often AWS Config runs the rule, in its words: {@code TwentyFour_Hours} …
 * @param severity how much an unseen event can cost
 * @param noise what makes it ring in a normal account, in words
 * @param since the version of Tocsin that first had it
 * @param delivery whether its events reach a trail or EventBridge only
 * @param asksForEventRule whether what it describes is an EventBridge rule, so that one always
 *     counts
 * @param eventRuleState what an EventBridge rule on its events must be set to
 * @param sections for each framework its section numbers, benchmarks by their id first
 * @param ruleSets the packs it belongs to
 * @param required the events that must raise the alarm, by the newest wording
 * @param otherRequired the events that must raise it by other benchmarks, where they differ
 * @param published texts as printed, the one that remediation deploys for a benchmark before its
 *     other forms
 * @param facts what holds for every record it is about, the record-wide facts first
 * @param examples records that raise the alarm
 * @param silent records near to those that by the newest wording do not
 * @param eventPattern the EventBridge form, if it has one
 */
public record Control(
    String id,
    String title,
    String description,
    String frequency,
    Severity severity,
    List<String> noise,
    String since,
    Delivery delivery,
    boolean asksForEventRule,
    EventRuleState eventRuleState,
    Map<String, List<String>> sections,
    List<String> ruleSets,
    FilterPattern required,
    Map<Benchmark, FilterPattern> otherRequired,
    List<PublishedPattern> published,
    List<Fact> facts,
    List<Example> examples,
    List<Example> silent,
    Optional<ObjectNode> eventPattern) {

  private static final AccountFacts OF_ACCOUNTS = RecordFacts.ofShippedAccounts();

  public Control {
    noise = List.copyOf(noise);
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    ruleSets = List.copyOf(ruleSets);
    otherRequired = Map.copyOf(otherRequired);
    published = List.copyOf(published);
    facts = List.copyOf(facts);
    examples = List.copyOf(examples);
    silent = List.copyOf(silent);
  }

  /** True iff the benchmark has this control. */
  public boolean isIn(Benchmark benchmark) {
    return sections.containsKey(benchmark.id());
  }

  /** The events that must raise the alarm; its own wording where the benchmark has none. */
  public FilterPattern required(Benchmark benchmark) {
    return otherRequired.getOrDefault(benchmark, required);
  }

  /**
   * The text of the metric filter that remediation deploys: what the benchmark prints, or the
   * required pattern itself where the benchmark has no text or one that does not work.
   */
  public String deployable(Benchmark benchmark) {
    return published.stream()
        .filter(text -> text.benchmarks().contains(benchmark) && text.defect().isEmpty())
        .map(PublishedPattern::text)
        .findFirst()
        .orElseGet(() -> required(benchmark).text());
  }

  /**
   * Why a deployed text cannot do what the guide that prints it wants, in words; empty iff no guide
   * prints it for this control, or it works.
   *
   * @param deployed a filter pattern or an event pattern
   */
  public Optional<String> defectOf(String deployed) {
    return defective(FilterPattern.parse(deployed)).map(PublishedPattern::whyItFails);
  }

  /**
   * The text of a guide that a deployed text is, if what the guide prints cannot do what it wants.
   *
   * @param deployed a filter pattern or an event pattern, read as a filter pattern
   */
  public Optional<PublishedPattern> defective(Parsed deployed) {
    return published.stream()
        .filter(text -> text.defect().isPresent() && text.isWrittenAs(deployed))
        .findFirst();
  }

  /** True iff a trail carries its events, so that a metric filter can see them. */
  public boolean isSeenByTrails() {
    return delivery == Delivery.CLOUDTRAIL;
  }

  /**
   * True iff EventBridge rules that notify a person count for it whatever a rule's parameters say:
   * nothing else sees its events, or a rule is what the control is about.
   */
  public boolean acceptsEventRules() {
    return asksForEventRule || !isSeenByTrails();
  }

  /** What remediation makes: a filter with an alarm where a trail carries the events. */
  public Deployment deployment(Benchmark benchmark) {
    return isSeenByTrails()
        ? new Deployment.FilterAndAlarm(deployable(benchmark))
        : new Deployment.EventRule(JsonTree.text(eventPattern.orElseThrow()));
  }

  /** The example records alone. */
  public List<ObjectNode> samples() {
    return examples.stream().map(Example::event).toList();
  }

  /**
   * What deployed filters must see.
   *
   * @param benchmark whose wording holds
   * @param exempt patterns of events that need not be seen
   */
  public Requirement requirement(Benchmark benchmark, List<FilterPattern> exempt) {
    return requirement(benchmark, exempt, facts, samples());
  }

  /**
   * What deployed filters must see of one account's events: {@code recipientAccountId} is that
   * account, and Regions and ARNs are those of its partition. Samples are made the account's own.
   *
   * @param accountId twelve digits
   * @param region a Region of the account, which tells its partition
   */
  public Requirement requirement(
      Benchmark benchmark, List<FilterPattern> exempt, String accountId, String region) {
    if (!isSeenByTrails()) {
      return requirement(benchmark, exempt);
    }
    List<Fact> withAccount = new ArrayList<>(facts);
    withAccount.addAll(OF_ACCOUNTS.of(accountId, region));
    List<ObjectNode> own =
        samples().stream().map(sample -> OF_ACCOUNTS.localise(sample, accountId, region)).toList();
    return requirement(benchmark, exempt, withAccount, own);
  }

  private Requirement requirement(
      Benchmark benchmark, List<FilterPattern> exempt, List<Fact> facts, List<ObjectNode> samples) {
    FilterPattern asked = required(benchmark);
    FilterPattern published = FilterPattern.of(deployable(benchmark));
    List<ObjectNode> others =
        silent.stream().map(Example::event).filter(event -> !asked.matches(event)).toList();
    return new Requirement(id, asked, facts, exempt, samples, Optional.of(published), others);
  }
}
