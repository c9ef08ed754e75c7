package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.catalog.Control;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls that change the same kind of thing as those a control requires, and that no control
 * requires, with the reason that stands in the inventory of the service.
 */
final class Siblings {

  private static final int SHORTEST_NOUN = 4;
  private static final int MOST_NAMED = 12;

  /** Calls of one service that are silent for one reason. */
  record Group(String service, String operations, String because) {}

  private final List<JsonNode> inventories;

  private Siblings(List<JsonNode> inventories) {
    this.inventories = List.copyOf(inventories);
  }

  /** Those of a repository's inventories. */
  static Siblings of(Path root) {
    Path folder = root.resolve("shared/control-catalog/inventory");
    JsonMapper json = new JsonMapper();
    List<JsonNode> inventories = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        inventories.add(json.readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + folder + "`", e);
    }
    return new Siblings(inventories);
  }

  /** Those of a control, service by service. */
  List<Group> of(Control control) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode inventory : inventories) {
      Set<String> things = things(inventory.path("required"), control.id());
      for (JsonNode group : inventory.path("silent")) {
        List<String> alike = new ArrayList<>();
        for (JsonNode operation : group.path("operations")) {
          if (things.stream().anyMatch(thing -> isAlike(thing(operation.asText()), thing))) {
            alike.add("`" + operation.asText() + "`");
          }
        }
        if (!alike.isEmpty()) {
          groups.add(
              new Group(
                  inventory.path("eventSource").asText().replaceFirst("\\..*", ""),
                  some(alike),
                  group.path("because").asText()));
        }
      }
    }
    return groups;
  }

  private static String some(List<String> operations) {
    if (operations.size() <= MOST_NAMED) {
      return String.join(", ", operations);
    }
    return String.join(", ", operations.subList(0, MOST_NAMED))
        + " and %d more".formatted(operations.size() - MOST_NAMED);
  }

  private static Set<String> things(JsonNode required, String control) {
    Set<String> things = new LinkedHashSet<>();
    required
        .properties()
        .forEach(
            operation -> {
              if (texts(operation.getValue()).contains(control)) {
                things.add(thing(operation.getKey()));
              }
            });
    return things.stream()
        .filter(thing -> thing.length() >= SHORTEST_NOUN)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What a call acts on: its name without the verb, the version and the plural. */
  private static String thing(String operation) {
    return operation
        .replaceFirst("^[A-Z][a-z]+", "")
        .replaceFirst("\\d.*$", "")
        .replaceFirst("s$", "");
  }

  private static boolean isAlike(String one, String other) {
    return one.startsWith(other) || (one.length() >= SHORTEST_NOUN && other.startsWith(one));
  }
}
