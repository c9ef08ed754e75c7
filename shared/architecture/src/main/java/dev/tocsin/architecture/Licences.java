package dev.tocsin.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The licences that a jar's parts may have, and the parts that have none of them. */
final class Licences {
  static final String FILE = "licences.txt";

  private Licences() {}

  /**
   * The parts of a CycloneDX bill of materials that are under no licence of the list, with those
   * that they name. One that is offered under several is fine if one of them is.
   */
  static List<String> refused(String billOfMaterials) throws IOException {
    Set<String> accepted = accepted();
    List<String> refused = new ArrayList<>();
    JsonNode components = new ObjectMapper().readTree(billOfMaterials).path("components");
    if (components.isEmpty()) {
      refused.add("the bill of materials is empty");
    }
    for (JsonNode component : components) {
      List<String> named = new ArrayList<>();
      for (JsonNode choice : component.path("licenses")) {
        JsonNode licence = choice.path("license");
        named.add(
            choice
                .path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText())));
      }
      if (named.stream().noneMatch(accepted::contains)) {
        refused.add(component.path("purl").asText() + " " + named);
      }
    }
    return refused;
  }

  private static Set<String> accepted() throws IOException {
    try (InputStream in = Licences.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
