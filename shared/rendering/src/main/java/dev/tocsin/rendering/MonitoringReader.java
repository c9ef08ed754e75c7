package dev.tocsin.rendering;

import java.nio.file.Path;
import java.util.Map;

/** The role that an account with an organization's trail grants to the accounts it monitors. */
final class MonitoringReader {

  private MonitoringReader() {}

  static RenderedFile file(Path root) {
    return new RenderedFile(
        Path.of("cloudformation", "organization", "monitoring-reader.yaml"),
        Templates.fill(
            "organization/monitoring-reader.yaml",
            Map.of("statements", RoleStatements.reading(root))));
  }
}
