package dev.tocsin.cli;

import dev.tocsin.cli.account.OwnRegion;
import dev.tocsin.cli.io.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in words of ours where picocli's are hard to read. */
final class UsageProblem {
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern FOUND_IN_GROUP = Pattern.compile("=\\{(--[a-z-]+)");
  private static final Pattern MISSING = Pattern.compile("[ '](--[a-z-]+|[A-Z]{2,})\\b");
  private static final Pattern NO_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.?");

  private UsageProblem() {}

  static String inWords(ParameterException exception) {
    String message = OneLine.of(exception.getMessage()).replaceFirst("^Error: ", "");
    if (exception instanceof MutuallyExclusiveArgsException) {
      List<String> options = options(OPTION.matcher(message).results().map(m -> m.group()));
      String others = String.join(", ", options.subList(1, options.size()));
      return options.get(0).equals("`--snapshot`")
          ? OwnRegion.of("--snapshot", others)
          : options.get(0) + " goes with none of " + others;
    }
    if (message.startsWith("expected only one match")) {
      Stream<String> found = FOUND_IN_GROUP.matcher(message).results().map(m -> m.group(1));
      return String.join(" and ", options(found)) + " do not go together";
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
    if (exception instanceof MissingParameterException) {
      return missing(message);
    }
    if (exception.getArgSpec() instanceof OptionSpec option && exception.getValue() != null) {
      return value(option, exception.getValue(), message);
    }
    Matcher command = NO_COMMAND.matcher(message);
    return command.matches()
        ? "there is no command `" + command.group(1) + "`"
        : decapitalised(message);
  }

  private static String missing(String message) {
    if (message.contains("specify one of these")) {
      Stream<String> found = OPTION.matcher(message).results().map(m -> m.group());
      return "expected one of " + String.join(", ", options(found)) + ", found none";
    }
    if (message.startsWith("Missing required parameter for option")) {
      Stream<String> found = OPTION.matcher(message).results().map(m -> m.group());
      return String.join(", ", options(found)) + " has no value";
    }
    List<String> missing = options(MISSING.matcher(message).results().map(found -> found.group(1)));
    return missing.isEmpty() ? decapitalised(message) : "missing " + String.join(" and ", missing);
  }

  private static String value(OptionSpec option, String value, String message) {
    Stream<String> taken;
    if (option.type() == boolean.class || option.type() == Boolean.class) {
      taken = Stream.of("true", "false");
    } else if (option.type().isEnum()) {
      taken =
          Stream.of(option.type().getEnumConstants())
              .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-'));
    } else {
      return decapitalised(message);
    }
    return "`%s`: expected one of %s, found `%s`"
        .formatted(option.longestName(), String.join(", ", options(taken)), OneLine.of(value));
  }

  private static List<String> options(Stream<String> names) {
    return names.distinct().map(name -> "`" + name + "`").collect(Collectors.toList());
  }

  private static String decapitalised(String message) {
    boolean acronym = message.length() > 1 && Character.isUpperCase(message.charAt(1));
    return message.isEmpty() || acronym
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
