package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.List;
import java.util.Optional;

/**
 * Events that happen in every account every few minutes, listed in {@code everyday-events.jsonl}.
 *
 * <p>A test that matches them from two services is no filter: its alarm stays in ALARM, and an
 * alarm tells on a change of state only. A test that is broad within one service is left alone.
 */
public final class EverydayEvents {
  private static final List<JsonNode> EVENTS =
      JsonTree.resourceLines(EverydayEvents.class, "everyday-events.jsonl");

  private EverydayEvents() {}

  /**
   * Two everyday events, in words, that keep the alarm of this test in ALARM; empty iff it tells
   * the control's events from everyday ones.
   *
   * @param required the control's events, which are never held against a test
   */
  public static Optional<String> matchedBy(EventTest test, EventTest required) {
    return inWords(of(test), required);
  }

  /** The everyday events that a test matches. */
  static List<JsonNode> of(EventTest test) {
    return EVENTS.stream().filter(test::matches).toList();
  }

  /** As {@link #matchedBy}, of everyday events that were found to match. */
  static Optional<String> inWords(List<JsonNode> matching, EventTest required) {
    List<JsonNode> others =
        matching.stream().filter(event -> !required.matches(event)).limit(2).toList();
    return others.size() < 2
        ? Optional.empty()
        : Optional.of(Events.inWords(others.get(0)) + ", " + Events.inWords(others.get(1)));
  }

  /** True iff an everyday event matches that is none of the control's. */
  public static boolean anyMatchedBy(EventTest test, EventTest required) {
    return EVENTS.stream().anyMatch(event -> test.matches(event) && !required.matches(event));
  }
}
