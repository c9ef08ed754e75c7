package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has the rules evaluated when somebody touches an alarm chain: the calls, and the script. */
final class Reevaluation {

  private static final Path SCRIPT = Path.of("cloudformation/reevaluation/start_evaluation.py");

  /**
   * The calls of one service that can break or mend a link; {@code source} as EventBridge has it.
   */
  record Service(
      String name, String lowerName, String source, String eventSource, List<String> calls) {}

  private Reevaluation() {}

  /** The services, from {@code chain-calls.json}. */
  static List<Service> services() {
    List<Service> services = new ArrayList<>();
    for (JsonNode service : calls().path("services")) {
      List<String> names = new ArrayList<>();
      service.path("calls").forEach(call -> names.add(call.asText()));
      String name = service.path("name").asText();
      services.add(
          new Service(
              name,
              name.toLowerCase(Locale.ROOT),
              service.path("source").asText(),
              service.path("eventSource").asText(),
              names));
    }
    return services;
  }

  /** The script, indented as the template wants it. */
  static String script(Path root) {
    try {
      return Yaml.indented(Files.readString(root.resolve(SCRIPT)), 10).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + SCRIPT + "`", e);
    }
  }

  /** The calls as they are listed, with those that leave every chain as it is. */
  static JsonNode calls() {
    try (InputStream json = Reevaluation.class.getResourceAsStream("stack/chain-calls.json")) {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `chain-calls.json`", e);
    }
  }
}
