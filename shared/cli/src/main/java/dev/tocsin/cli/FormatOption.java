package dev.tocsin.cli;

import picocli.CommandLine.Option;

/** {@code --format} for commands that answer a question, not a report. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; default: table on a terminal, json where the output goes to a"
              + " file or a program.")
  private Format format;

  Format on(Terminal terminal) {
    if (format != null) {
      return format;
    }
    return terminal.interactive() ? Format.TABLE : Format.JSON;
  }
}
