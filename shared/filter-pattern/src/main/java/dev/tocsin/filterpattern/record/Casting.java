package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds who could have made a record whose fields were chosen one by one: from what each of them
 * tells, whole identities are made, in which all fields speak of the same user or role.
 */
public final class Casting {

  /** How the paths of the fields begin that tell of who acts. */
  public static final String FIELDS = "$.userIdentity.";

  /** Beyond them the record is kept as it is; each costs a replay. */
  private static final int MOST = 24;

  private Casting() {}

  /**
   * The record with other identities, the likeliest first; none if its identity is the base's.
   *
   * @param named by path, the texts that the patterns name there
   */
  public static List<ObjectNode> of(
      JsonNode record, JsonNode base, Map<String, ? extends Iterable<String>> named) {
    if (!(record instanceof ObjectNode whole) || !record.path("userIdentity").isObject()) {
      return List.of();
    }
    List<List<Actor>> told = new ArrayList<>();
    List<List<Actor>> last = new ArrayList<>();
    Set<String> changed = new LinkedHashSet<>();
    for (var entry : named.entrySet()) {
      String path = entry.getKey();
      JsonNode value = at(record, path);
      if (!Objects.equals(value, at(base, path))) {
        String field = path.substring(FIELDS.length());
        changed.add(field);
        (field.equals("type") ? last : told).add(told(field, value, entry.getValue()));
      }
    }
    told.addAll(last);
    return candidates(told).stream()
        .limit(MOST)
        .map(actor -> new WholeIdentity(whole, base, actor).with(changed))
        .toList();
  }

  private static JsonNode at(JsonNode record, String path) {
    return record.at(path.substring(1).replace('.', '/'));
  }

  private static List<Actor> told(String field, JsonNode value, Iterable<String> named) {
    Set<Actor> actors = new LinkedHashSet<>();
    named.forEach(text -> actors.addAll(Actor.of(field, text)));
    if (value.isTextual()) {
      actors.addAll(Actor.of(field, value.textValue()));
    }
    return List.copyOf(actors);
  }

  /** What the fields tell together, then what each tells alone. */
  private static Set<Actor> candidates(List<List<Actor>> told) {
    Set<Actor> candidates = new LinkedHashSet<>();
    for (List<Actor> one : told) {
      for (Actor actor : one) {
        Actor all = actor;
        for (List<Actor> others : told) {
          all = others.stream().findFirst().flatMap(all::and).orElse(all);
        }
        candidates.add(all);
      }
    }
    told.forEach(candidates::addAll);
    return candidates;
  }
}
