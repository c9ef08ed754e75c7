package dev.tocsin.cli;

import dev.tocsin.cli.configuration.Defaults;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.StandardOutput;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Width;
import dev.tocsin.evaluation.Tool;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point: picks the command and turns every failure into one line and an exit code. */
@Command(
    name = "tocsin",
    description = "Decides whether a security event in an AWS account would reach a person.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 all compliant or covered; 1 something is not; 2 bad usage or input;"
          + " 3 could not evaluate.",
      "`tocsin COMMAND --help` shows a command's options with an example."
    })
final class Tocsin implements Runnable {

  /** The library's own bound. */
  private static final int NARROWEST_HELP = 55;

  /** The commands that are about the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion", "man");

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    StandardOutput out = new StandardOutput();
    Terminal terminal = Terminal.ofProcess(System.getenv(), out);
    int exitCode = run(terminal, args);
    terminal.out().flush();
    Optional<String> lost = out.lost();
    if (lost.isPresent()) {
      terminal.err().println("tocsin: standard output cannot be written: " + lost.get());
      exitCode = ExitCode.COULD_NOT_EVALUATE;
    }
    terminal.err().flush();
    System.exit(exitCode);
  }

  /** Runs one command line; never throws and never ends the process. */
  static int run(Terminal terminal, String... args) {
    return run(terminal, System.getenv(), args);
  }

  /** The same in that environment. */
  static int run(Terminal terminal, Map<String, String> environment, String... args) {
    CommandLine commandLine = root(terminal, args);
    var failures = new Failures(terminal, Defaults.none());
    try {
      Defaults defaults =
          explains(List.of(args)) ? Defaults.none() : Defaults.find(environment, List.of(args));
      return configured(commandLine, terminal, new Failures(terminal, defaults))
          .setUsageHelpWidth(helpWidth(terminal, environment, List.of(args)))
          .setDefaultValueProvider(defaults)
          .execute(args);
    } catch (InputProblem ofTheConfiguration) {
      return failures.handleExecutionException(ofTheConfiguration, commandLine, null);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return failures.report("tocsin", e);
    }
  }

  /** With the command that is named first, or with every command where none is. */
  static CommandLine root(Terminal terminal, String... args) {
    CommandLine root = withHelp(new Tocsin());
    root.getCommandSpec().version("tocsin " + Tool.inWords());
    root.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
    Map<String, Supplier<Object>> commands = Commands.all(terminal);
    if (args.length > 0 && commands.containsKey(args[0]) && !ABOUT_ALL.contains(args[0])) {
      root.addSubcommand(withHelp(commands.get(args[0]).get()));
      return root;
    }
    commands.values().forEach(command -> root.addSubcommand(withHelp(command.get())));
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion.getCommandSpec().name("completion");
    root.addSubcommand(completion);
    root.addSubcommand(new HelpCommand());
    return root;
  }

  /** Whether tocsin itself is asked about, which needs no configuration. */
  private static boolean explains(List<String> args) {
    return args.isEmpty()
        || ABOUT_ALL.contains(args.get(0))
        || args.stream().anyMatch(List.of("-h", "--help", "-V", "--version")::contains);
  }

  /** The terminal is asked only where there is help to lay out. */
  private static int helpWidth(
      Terminal terminal, Map<String, String> environment, List<String> args) {
    return explains(args)
        ? Math.max(
            NARROWEST_HELP, Width.of(terminal, Optional.ofNullable(environment.get("COLUMNS"))))
        : Width.USUAL;
  }

  private static CommandLine configured(
      CommandLine commandLine, Terminal terminal, Failures failures) {
    return commandLine
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setHelpFactory(WholeWordsHelp::new)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static CommandLine withHelp(Object command) {
    var commandLine = new CommandLine(command);
    commandLine
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "missing command");
  }
}
