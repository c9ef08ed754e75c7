package dev.tocsin.cli.io;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code --format}, with the default that suits a command. */
@Command
public final class FormatOption {
  private final Optional<Format> otherwise;
  private Optional<Format> given = Optional.empty();

  private FormatOption(Optional<Format> otherwise) {
    this.otherwise = otherwise;
  }

  /** For commands that report: a table unless JSON is asked for. */
  public static FormatOption table() {
    return new FormatOption(Optional.of(Format.TABLE));
  }

  /** For commands that answer one question: what suits the reader of the output. */
  public static FormatOption byReader() {
    return new FormatOption(Optional.empty());
  }

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .type(Format.class)
            .description("${COMPLETION-CANDIDATES}; default: " + defaultInWords() + ".")
            .setter(
                new ISetter() {
                  @Override
                  public <T> T set(T value) {
                    given = Optional.ofNullable((Format) value);
                    return value;
                  }
                })
            .build());
  }

  /** The format that was asked for, or the default. */
  public Format on(Terminal terminal) {
    return given
        .or(() -> otherwise)
        .orElseGet(() -> terminal.interactive() ? Format.TABLE : Format.JSON);
  }

  private String defaultInWords() {
    return otherwise
        .map(Format::toString)
        .orElse("table on a terminal, json where the output goes to a file or a program");
  }
}
