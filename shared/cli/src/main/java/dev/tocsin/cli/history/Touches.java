package dev.tocsin.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.tally.Happening;
import dev.tocsin.records.Damage;
import dev.tocsin.records.RecordSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of changes to things that chains are made of: calls that are not read-only, to a
 * service of the chain, which name the thing in their request.
 */
final class Touches implements RecordSink {

  private static final int MOST_KEPT = 1_000;
  private static final int DAMAGES_NAMED = 100;

  /** The services whose things are links of a chain. */
  private static final Set<String> SERVICES =
      Set.of(
          "cloudtrail.amazonaws.com",
          "logs.amazonaws.com",
          "monitoring.amazonaws.com",
          "sns.amazonaws.com",
          "kms.amazonaws.com",
          "events.amazonaws.com");

  /** A change to a thing. */
  record Touch(String thing, Happening event) {}

  private final Set<String> things;
  private final String from;
  private final String to;
  private final TreeSet<Touch> touches =
      new TreeSet<>(
          Comparator.comparing((Touch touch) -> touch.event().eventTime())
              .reversed()
              .thenComparing(touch -> touch.event().eventId())
              .thenComparing(Touch::thing));
  private final List<String> damages = new ArrayList<>();
  private long otherDamages;

  /**
   * @param from the earliest {@code eventTime}, as written
   * @param to the latest
   */
  Touches(Set<String> things, String from, String to) {
    this.things = things;
    this.from = from;
    this.to = to;
  }

  @Override
  public void record(ObjectNode record) {
    String time = record.path("eventTime").asText();
    boolean change =
        SERVICES.contains(record.path("eventSource").asText())
            && !record.path("readOnly").asBoolean()
            && record.path("errorCode").isMissingNode();
    if (change && time.compareTo(from) >= 0 && time.compareTo(to) <= 0) {
      for (String thing : things) {
        if (names(record.path("requestParameters"), thing)) {
          touches.add(new Touch(thing, Happening.of(record)));
        }
      }
      while (touches.size() > MOST_KEPT) {
        touches.pollLast();
      }
    }
  }

  /** Whether some text in the request is the thing's name or an ARN that ends with it. */
  private static boolean names(JsonNode node, String thing) {
    if (node.isTextual()) {
      String text = node.textValue();
      return text.equals(thing) || text.endsWith(":" + thing) || text.endsWith("/" + thing);
    }
    for (JsonNode inner : node) {
      if (names(inner, thing)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void damage(Damage damage) {
    if (damages.size() < DAMAGES_NAMED) {
      damages.add(damage.message());
    } else {
      otherDamages++;
    }
  }

  /** The changes to any of these things, the last first. */
  List<Touch> of(Set<String> some) {
    return touches.stream().filter(touch -> some.contains(touch.thing())).toList();
  }

  /** The first of them, and how many more there are. */
  List<String> damages() {
    List<String> all = new ArrayList<>(damages);
    if (otherDamages > 0) {
      all.add(otherDamages + " more");
    }
    return all;
  }
}
