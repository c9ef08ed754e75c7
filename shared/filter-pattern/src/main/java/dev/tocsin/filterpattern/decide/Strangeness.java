package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Base;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a missed event has that no sample of its name has: members of a request, an identity. */
final class Strangeness {
  private static final String REQUEST = "requestParameters";

  private final List<Base> bases;

  Strangeness(List<Base> bases) {
    this.bases = bases;
  }

  /** How many things are strange; 0 where no sample has the event's name. */
  int of(JsonNode event) {
    List<JsonNode> like = samples(event).toList();
    if (like.isEmpty()) {
      return 0;
    }
    JsonNode type = type(event);
    boolean isStranger = like.stream().noneMatch(sample -> type(sample).equals(type));
    return foreign(event).size() + (isStranger ? 1 : 0);
  }

  /** The samples to start from instead: whose request has the members, those of the name first. */
  List<JsonNode> others(JsonNode event) {
    Set<String> foreign = foreign(event);
    return Stream.concat(samples(event), bases.stream().map(Base::record))
        .distinct()
        .filter(sample -> foreign.stream().allMatch(sample.path(REQUEST)::has))
        .toList();
  }

  private Set<String> foreign(JsonNode event) {
    Set<String> members = new TreeSet<>();
    event.path(REQUEST).fieldNames().forEachRemaining(members::add);
    samples(event)
        .forEach(sample -> sample.path(REQUEST).fieldNames().forEachRemaining(members::remove));
    return members;
  }

  private Stream<JsonNode> samples(JsonNode event) {
    return bases.stream()
        .<JsonNode>map(Base::record)
        .filter(
            sample ->
                sample.path("eventName").equals(event.path("eventName"))
                    && sample.path("eventSource").equals(event.path("eventSource")));
  }

  private static JsonNode type(JsonNode event) {
    return event.path("userIdentity").path("type");
  }
}
