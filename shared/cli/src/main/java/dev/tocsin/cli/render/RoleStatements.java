package dev.tocsin.cli.render;

import java.util.List;

/** The statements of the function's role. */
final class RoleStatements {
  record Statement(String comment, List<String> actions, String resource) {}

  static List<Statement> read() {
    return List.of();
  }
}
