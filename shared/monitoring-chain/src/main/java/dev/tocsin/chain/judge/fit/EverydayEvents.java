package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.filterpattern.EventTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events that happen in every account every few minutes, listed in {@code everyday-events.jsonl}.
 *
 * <p>A test that matches them from two services is no filter: its alarm stays in ALARM, and an
 * alarm tells on a change of state only. A test that is broad within one service is left alone.
 */
public final class EverydayEvents {
  private static final List<JsonNode> EVENTS = read();

  private EverydayEvents() {}

  /**
   * Two everyday events, in words, that keep the alarm of this test in ALARM; empty iff it tells
   * the control's events from everyday ones.
   *
   * @param required the control's events, which are never held against a test
   */
  public static Optional<String> matchedBy(EventTest test, EventTest required) {
    List<JsonNode> matched =
        EVENTS.stream().filter(event -> test.matches(event) && !required.matches(event)).toList();
    return matched.size() < 2
        ? Optional.empty()
        : Optional.of(Events.inWords(matched.get(0)) + ", " + Events.inWords(matched.get(1)));
  }

  /** True iff an everyday event matches that is none of the control's. */
  public static boolean anyMatchedBy(EventTest test, EventTest required) {
    return EVENTS.stream().anyMatch(event -> test.matches(event) && !required.matches(event));
  }

  private static List<JsonNode> read() {
    List<JsonNode> events = new ArrayList<>();
    try (InputStream in = EverydayEvents.class.getResourceAsStream("everyday-events.jsonl")) {
      JsonMapper.builder()
          .build()
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(in)
          .forEachRemaining(events::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(events);
  }
}
