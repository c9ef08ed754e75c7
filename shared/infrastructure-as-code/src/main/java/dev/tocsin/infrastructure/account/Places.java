package dev.tocsin.infrastructure.account;

import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are written down, by the names that findings have for them. Things of different
 * types often share one, so the link that a finding is about says which is meant.
 */
public final class Places {
  private final Map<String, Map<String, Place>> bySubject = new HashMap<>();

  /** Notes what findings call the resource; the first of a type and a name stays. */
  void put(String subject, Resource resource) {
    bySubject
        .computeIfAbsent(subject, name -> new LinkedHashMap<>())
        .putIfAbsent(resource.type(), resource.place());
  }

  /** Where the subject of a finding is written down; empty iff it is nowhere. */
  public Optional<Place> of(Link link, String subject) {
    Map<String, Place> places = bySubject.getOrDefault(subject, Map.of());
    return types(link).stream()
        .filter(places::containsKey)
        .map(places::get)
        .findFirst()
        .or(() -> places.values().stream().findFirst());
  }

  /** Where something of that name is written down, whatever it is. */
  Optional<Place> any(String subject) {
    return bySubject.getOrDefault(subject, Map.of()).values().stream().findFirst();
  }

  /** The types of the things that a link's findings name, the likeliest first. */
  private static List<String> types(Link link) {
    return switch (link) {
      case TRAIL -> List.of(Types.TRAIL);
      case LOG_GROUP, SUBSCRIPTION_FILTER -> List.of(Types.LOG_GROUP);
      case METRIC_FILTER, METRIC -> List.of(Types.METRIC_FILTER, Types.LOG_GROUP);
      case EVENT_RULE -> List.of(Types.RULE);
      case ALARM, ACTION -> List.of(Types.ALARM, Types.COMPOSITE_ALARM);
      case TOPIC -> List.of(Types.TOPIC);
      case SUBSCRIPTION -> List.of(Types.SUBSCRIPTION);
      case EXEMPTION -> List.of();
    };
  }
}
