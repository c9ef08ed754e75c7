package dev.tocsin.cli;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.PlanStopped;
import dev.tocsin.catalog.CatalogException;
import dev.tocsin.cli.backtest.QueryFailed;
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
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error, and chooses the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    say(
        command
            + ": "
            + problem(exception)
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
      say(command + ": " + OneLine.of(exception.getMessage()));
      return ExitCode.BAD_INPUT;
    }
    if (exception instanceof AccountReadException
        || exception instanceof OutOfTime
        || exception instanceof PlanStopped
        || exception instanceof QueryFailed
        || exception instanceof WrongAccount) {
      say(command + ": " + OneLine.of(exception.getMessage()));
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

  /** What is wrong, in words of ours where picocli's are hard to read. */
  private static String problem(ParameterException exception) {
    String message = OneLine.of(exception.getMessage()).replaceFirst("^Error: ", "");
    if (exception instanceof MutuallyExclusiveArgsException) {
      List<String> options =
          OPTION.matcher(message).results().map(found -> "`" + found.group() + "`").toList();
      String others = String.join(", ", options.subList(1, options.size()));
      return options.get(0).equals("`--snapshot`")
          ? "a snapshot has its own Region and needs no credentials, so `--snapshot` goes with none of "
              + others
          : options.get(0) + " goes with none of " + others;
    }
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()
        && !unmatched.getUnmatched().get(0).startsWith("-")) {
      CommandLine command = exception.getCommandLine();
      String typed = "`" + OneLine.of(unmatched.getUnmatched().get(0)) + "`";
      return command.getSubcommands().isEmpty()
          ? "expected options only, found " + typed
          : "there is no command " + typed;
    }
    return decapitalised(message);
  }

  private void say(String line) {
    terminal.out().flush();
    terminal.err().println(line);
  }

  private static String decapitalised(String message) {
    boolean acronym = message.length() > 1 && Character.isUpperCase(message.charAt(1));
    return message.isEmpty() || acronym
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
