package dev.tocsin.cli.configuration;

import dev.tocsin.cli.configuration.ConfigurationFile.Setting;
import dev.tocsin.cli.io.InputProblem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options the values that {@code tocsin.yaml} has for them. */
public final class Defaults implements IDefaultValueProvider {
  private static final String VARIABLE = "TOCSIN_CONFIG";
  private static final Path USUAL = Path.of("tocsin.yaml");

  /** What names another source of accounts than the file does. */
  private static final Set<String> SOURCES =
      Set.of("--snapshot", "--snapshots", "--terraform", "--cloudformation", "--accounts");

  private static final Set<String> PLANNED = Set.of("--terraform", "--cloudformation");

  private static final Set<String> OFFLINE = Set.of("--snapshot", "--snapshots");

  /** How a problem with the value of an option begins. */
  private static final Pattern OF_AN_OPTION = Pattern.compile("`--([a-z-]+)`: .*", Pattern.DOTALL);

  /** How it begins where the value can also come from elsewhere, and is named by itself. */
  private static final Pattern OF_A_VALUE =
      Pattern.compile(
          "(?:there is no |unknown )?(control|Region|profile|file) `([^`]*)`.*", Pattern.DOTALL);

  private final Optional<ConfigurationFile> file;
  private final Set<String> given;

  private Defaults(Optional<ConfigurationFile> file, Set<String> given) {
    this.file = file;
    this.given = given;
  }

  /** No file is read: what explains itself has to do so beside a file that cannot be used. */
  public static Defaults none() {
    return new Defaults(Optional.empty(), Set.of());
  }

  /**
   * The file that the environment names, or the one in the working folder; no defaults where there
   * is none.
   *
   * @param arguments those of the command line, which say more than the file
   * @throws InputProblem if the file cannot be used
   */
  public static Defaults find(Map<String, String> environment, List<String> arguments) {
    Set<String> given =
        arguments.stream()
            .map(text -> text.replaceFirst("(?s)=.*", ""))
            .collect(Collectors.toUnmodifiableSet());
    Optional<Path> named =
        Optional.ofNullable(environment.get(VARIABLE))
            .filter(t -> !t.isEmpty())
            .map(Defaults::path);
    Optional<Path> file = named.or(() -> Optional.of(USUAL).filter(Files::isRegularFile));
    return new Defaults(file.map(ConfigurationFile::read), given);
  }

  private static Path path(String named) {
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw new InputProblem(
          "`%s`: expected the name of a file, found `%s`. Fix: write one, or unset it"
              .formatted(VARIABLE, named));
    }
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().substring("--".length());
    return suits(name) ? setting(name).map(Setting::text).orElse(null) : null;
  }

  /**
   * Whether the option goes with what is asked: a default is never in the way, as a typed one is.
   */
  private boolean suits(String name) {
    boolean namesASource = SOURCES.stream().anyMatch(given::contains);
    return switch (name) {
      case "accounts" -> !namesASource && !given.contains("--organization");
      case "regions", "role-name" ->
          given.contains("--accounts")
              || given.contains("--organization")
              || (!namesASource && setting("accounts").isPresent());
      case "account-id", "once-confirmed" -> PLANNED.stream().anyMatch(given::contains);
      case "confirm-on-aws", "profile" ->
          OFFLINE.stream().noneMatch(given::contains)
              && PLANNED.stream().noneMatch(given::contains);
      case "region", "endpoint-url" -> OFFLINE.stream().noneMatch(given::contains);
      default -> true;
    };
  }

  /** A problem, with file and line before it where the value it is about stands in the file. */
  public String placed(String problem) {
    return blamed(problem)
        .map(
            setting ->
                "`%s` line %d: %s".formatted(file.orElseThrow().file(), setting.line(), problem))
        .orElse(problem);
  }

  /** What of the file a problem is about; empty if it is about nothing of it. */
  private Optional<Setting> blamed(String problem) {
    Matcher option = OF_AN_OPTION.matcher(problem);
    if (option.matches()) {
      return used(option.group(1));
    }
    Matcher value = OF_A_VALUE.matcher(problem);
    if (!value.matches()) {
      return Optional.empty();
    }
    String thing = value.group(1).toLowerCase(Locale.ROOT);
    return used(thing.equals("file") ? "accounts" : thing)
        .filter(setting -> List.of(setting.text().split(" *, *", -1)).contains(value.group(2)));
  }

  private Optional<Setting> used(String name) {
    return given.contains("--" + name) ? Optional.empty() : setting(name);
  }

  private Optional<Setting> setting(String name) {
    return file.map(read -> read.settings().get(name));
  }
}
