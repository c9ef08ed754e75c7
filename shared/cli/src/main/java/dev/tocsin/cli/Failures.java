package dev.tocsin.cli;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.PlanStopped;
import dev.tocsin.catalog.CatalogException;
import dev.tocsin.cli.io.Defect;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.OneLine;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.OutOfTime;
import dev.tocsin.rendering.RenderingProblem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error, and chooses the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

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
            + decapitalised(OneLine.of(exception.getMessage()).replaceFirst("^Error: ", ""))
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
        || exception instanceof PlanStopped) {
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

  private static String suggestion(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      String last = unmatched.getSuggestions().get(0);
      return "write `" + last.substring(last.lastIndexOf(' ') + 1) + "`, or ";
    }
    return "";
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
