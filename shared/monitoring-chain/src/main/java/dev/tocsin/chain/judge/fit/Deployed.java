package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.decide.Answers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the filters of one snapshot say, whatever the control: each text is read once, its automata
 * are made once, and everyday events are put to it once, however many controls ask. Safe to share
 * between threads.
 */
public final class Deployed {
  private final Map<String, Parsed> patterns = new ConcurrentHashMap<>();
  private final Map<FilterPattern, List<JsonNode>> everyday = new ConcurrentHashMap<>();
  private final Answers answers = new Answers();

  /** What is known of how filters as deployed see what any control asks for. */
  public Answers answers() {
    return answers;
  }

  /** The text of a filter, read; the same object for the same text. */
  public Parsed pattern(String text) {
    return patterns.computeIfAbsent(text, FilterPattern::parse);
  }

  /** As {@link EverydayEvents#matchedBy}. */
  public Optional<String> everydayEvents(FilterPattern pattern, EventTest required) {
    return EverydayEvents.inWords(matchedBy(pattern), required);
  }

  /** True iff an everyday event matches that is none of the control's. */
  public boolean matchesEveryday(FilterPattern pattern, EventTest required) {
    return matchedBy(pattern).stream().anyMatch(event -> !required.matches(event));
  }

  private List<JsonNode> matchedBy(FilterPattern pattern) {
    return everyday.computeIfAbsent(pattern, EverydayEvents::of);
  }
}
