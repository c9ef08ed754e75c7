package dev.tocsin.cli;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.PlanStopped;
import dev.tocsin.catalog.CatalogException;
import dev.tocsin.cli.backtest.QueryFailed;
import dev.tocsin.cli.configuration.Defaults;
import dev.tocsin.cli.io.Defect;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Nearest;
import dev.tocsin.cli.io.OneLine;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.drill.WrongAccount;
import dev.tocsin.evaluation.OutOfTime;
import dev.tocsin.rendering.RenderingProblem;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error, and chooses the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Terminal terminal;
  private final Defaults defaults;

  /** Speaks there; what the file of defaults is to blame for is said with its line. */
  Failures(Terminal terminal, Defaults defaults) {
    this.terminal = terminal;
    this.defaults = defaults;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    say(
        command
            + ": "
            + defaults.placed(UsageProblem.inWords(exception))
            + ". Fix: "
            + suggestion(exception)
            + "see `"
            + command
            + " --help`");
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    String command = commandLine.getCommandSpec().qualifiedName();
    if (exception instanceof CatalogException) {
      exception.getMessage().lines().forEach(line -> say(command + ": " + line));
      return ExitCode.BAD_INPUT;
    }
    if (exception instanceof InputProblem || exception instanceof RenderingProblem) {
      say(command + ": " + defaults.placed(OneLine.of(exception.getMessage())));
      return ExitCode.BAD_INPUT;
    }
    if (exception instanceof AccountReadException
        || exception instanceof OutOfTime
        || exception instanceof PlanStopped
        || exception instanceof QueryFailed
        || exception instanceof WrongAccount) {
      say(command + ": " + defaults.placed(OneLine.of(exception.getMessage())));
      return ExitCode.COULD_NOT_EVALUATE;
    }
    return report(command, exception);
  }

  /** Says that tocsin has a defect. */
  int report(String command, Throwable defect) {
    say(command + ": " + Defect.text(defect));
    return ExitCode.COULD_NOT_EVALUATE;
  }

  /** The nearest command or option, where one is near. */
  private static String suggestion(ParameterException exception) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    String typed = unmatched.getUnmatched().get(0);
    CommandLine command = exception.getCommandLine();
    Collection<String> names =
        typed.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    return Nearest.to(typed.replaceFirst("=.*", ""), names).stream()
        .findFirst()
        .map(name -> "write `" + name + "`, or ")
        .orElse("");
  }

  private void say(String line) {
    terminal.out().flush();
    terminal.err().println(line);
  }
}
