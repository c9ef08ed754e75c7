package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Exemption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a rule's parameters leave out of its controls.
 *
 * @param all each exemption with the controls it is for
 */
public record Exemptions(List<Scoped> all) {

  /** Nothing is left out. */
  static final Exemptions NONE = new Exemptions(List.of());

  /**
   * An exemption and its controls.
   *
   * @param controls their ids; empty iff it is for every control
   */
  record Scoped(Exemption exemption, List<String> controls) {
    Scoped {
      controls = List.copyOf(controls);
    }

    boolean isForAll() {
      return controls.isEmpty();
    }

    boolean isFor(String control) {
      return isForAll() || controls.contains(control);
    }
  }

  public Exemptions {
    all = List.copyOf(all);
  }

  /** Each as an object with the members that it has. */
  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    all.forEach(one -> list.add(json(one)));
    return list;
  }

  /** The text that is read as these; empty iff there are none. */
  String text() {
    boolean plain = all.size() == 1 && all.get(0).exemption().isUnnamed();
    if (all.isEmpty() || plain) {
      return all.isEmpty() ? "" : all.get(0).exemption().events().text();
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Scoped one : all) {
      if (one.exemption().isUnnamed()) {
        list.add(one.exemption().events().text());
      } else {
        list.add(json(one));
      }
    }
    return list.toString();
  }

  private static ObjectNode json(Scoped one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Exemption exemption = one.exemption();
    if (!exemption.isUnnamed()) {
      json.put("name", exemption.name());
    }
    json.put("pattern", exemption.events().text());
    exemption.reason().ifPresent(reason -> json.put("reason", reason));
    exemption.until().ifPresent(day -> json.put("until", day.toString()));
    one.controls().forEach(control -> json.withArray("controls").add(control));
    return json;
  }

  /** Those for every control that exempt on that day. */
  public List<Exemption> holding(LocalDate day) {
    return of(Scoped::isForAll, one -> one.holdsOn(day));
  }

  /** Those for a control that exempt on that day. */
  public List<Exemption> holding(String control, LocalDate day) {
    return of(one -> one.isFor(control), one -> one.holdsOn(day));
  }

  /** Those for a control that do not exempt any more on that day. */
  public List<Exemption> ended(String control, LocalDate day) {
    return of(one -> one.isFor(control), one -> !one.holdsOn(day));
  }

  private List<Exemption> of(Predicate<Scoped> about, Predicate<Exemption> wanted) {
    return all.stream().filter(about).map(Scoped::exemption).filter(wanted).toList();
  }
}
