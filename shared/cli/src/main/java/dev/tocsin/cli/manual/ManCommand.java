package dev.tocsin.cli.manual;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Nearest;
import dev.tocsin.cli.io.OutputFile;
import dev.tocsin.cli.io.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin man}: manual pages, of this very program, so that none is ever out of date. */
@Command(
    name = "man",
    description = "Prints a manual page, or writes them all into a folder.",
    footer = {
      "",
      "Example:",
      "  tocsin man --folder ~/.local/share/man/man1",
    })
public final class ManCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "The command whose page is printed; default: that of `tocsin`.")
  private String command;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Write every page there instead; the folder is made if there is none.")
  private Path folder;

  /** The command, writing there. */
  public ManCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    CommandLine root = spec.root().commandLine();
    commands.put(spec.root().name(), spec.root());
    root.getSubcommands().forEach((name, one) -> commands.put(name, one.getCommandSpec()));
    String version = String.join("", spec.root().version());
    if (folder == null) {
      terminal.out().print(ManPage.of(asked(commands), version));
      return ExitCode.GOOD;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputProblem(
          "`--folder`: `%s` cannot be made. Fix: name a folder that may be written to"
              .formatted(folder));
    }
    commands
        .values()
        .forEach(
            one ->
                OutputFile.write(
                    folder.resolve(ManPage.name(one) + ".1"), ManPage.of(one, version)));
    return ExitCode.GOOD;
  }

  private CommandSpec asked(Map<String, CommandSpec> commands) {
    String name = command == null ? spec.root().name() : command;
    CommandSpec found = commands.get(name);
    if (found == null) {
      String near =
          Nearest.to(name, commands.keySet()).stream()
              .findFirst()
              .map(one -> "write `" + one + "`")
              .orElse("see `tocsin --help`");
      throw new InputProblem("there is no command `" + name + "`. Fix: " + near);
    }
    return found;
  }
}
