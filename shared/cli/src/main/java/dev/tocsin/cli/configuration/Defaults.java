package dev.tocsin.cli.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Map<String, String> values;
  private final boolean namesASource;

  private Defaults(Map<String, String> values, boolean namesASource) {
    this.values = values;
    this.namesASource = namesASource;
  }

  /**
   * The file that the environment names, or the one in the working folder; no defaults where there
   * is none.
   *
   * @param arguments those of the command line, which say more than the file
   * @throws dev.tocsin.cli.io.InputProblem if the file cannot be used
   */
  public static Defaults find(Map<String, String> environment, List<String> arguments) {
    boolean namesASource =
        arguments.stream().map(text -> text.replaceFirst("=.*", "")).anyMatch(SOURCES::contains);
    Optional<Path> named =
        Optional.ofNullable(environment.get(VARIABLE)).filter(t -> !t.isEmpty()).map(Path::of);
    Optional<Path> file = named.or(() -> Optional.of(USUAL).filter(Files::isRegularFile));
    return new Defaults(
        file.map(ConfigurationFile::read).map(ConfigurationFile::values).orElse(Map.of()),
        namesASource);
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName();
    return namesASource && name.equals("--accounts")
        ? null
        : values.get(name.substring("--".length()));
  }
}
