package dev.tocsin.cli;

import java.util.List;

/** Every command, in the order {@code --help} lists them. */
final class Commands {

  private Commands() {}

  static List<Object> all(Terminal terminal) {
    return List.of(
        new EvaluateCommand(terminal),
        new RemediateCommand(terminal),
        new CheckCommand(terminal),
        new CoversCommand(terminal),
        new ExplainCommand(terminal),
        new MatchCommand(terminal),
        new SnapshotCommand(terminal),
        new RenderCommand(terminal),
        new NewRuleCommand(terminal));
  }
}
