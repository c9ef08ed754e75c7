package dev.tocsin.cli.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Nearest;
import dev.tocsin.cli.io.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin controls}: the controls there are. */
@Command(
    name = "controls",
    description = "Lists the controls: what each is called, how severe it is, what it watches.",
    footer = {
      "",
      "Examples:",
      "  tocsin controls --benchmark cis-7.0.0",
      "  tocsin controls --severity critical --search trail"
    })
public final class ControlsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private FormatOption format = FormatOption.table();

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description =
          "Those of this benchmark only, with its sections; see `tocsin benchmarks`. Default: all, with"
              + " the sections of the newest CIS.")
  private String benchmarkName;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "Those of this severity only.")
  private String severity;

  @Option(
      names = "--rule-set",
      paramLabel = "NAME",
      description = "Those of this conformance pack only.")
  private String ruleSet;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Those whose id, title or description holds this text only.")
  private String search;

  /** The command, writing there. */
  public ControlsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Control> all = ControlCatalog.load().controls();
    requireKnown(
        "--benchmark", benchmarkName, Stream.of(Benchmark.values()).map(Benchmark::id).toList());
    requireKnown("--severity", severity, all.stream().map(c -> c.severity().id()).toList());
    requireKnown("--rule-set", ruleSet, all.stream().flatMap(c -> c.ruleSets().stream()).toList());
    Optional<Benchmark> benchmark = Optional.ofNullable(benchmarkName).flatMap(Benchmark::of);
    List<Control> asked =
        all.stream()
            .filter(control -> benchmark.map(control::isIn).orElse(true))
            .filter(control -> severity == null || control.severity().id().equals(severity))
            .filter(control -> ruleSet == null || control.ruleSets().contains(ruleSet))
            .filter(this::isSearched)
            .toList();
    if (format.on(terminal) == Format.JSON) {
      ArrayNode list = Json.object().putArray("controls");
      asked.forEach(control -> list.add(json(control)));
      terminal.out().println(Json.pretty(list));
    } else {
      int width = asked.stream().mapToInt(control -> control.id().length()).max().orElse(0);
      asked.forEach(
          control ->
              terminal
                  .out()
                  .println(
                      "%-8s  %-4s  %s  %s"
                          .formatted(
                              control.severity().id(),
                              section(control, benchmark),
                              control.id() + " ".repeat(width - control.id().length()),
                              control.title())
                          .stripTrailing()));
    }
    return ExitCode.GOOD;
  }

  private static String section(Control control, Optional<Benchmark> benchmark) {
    return String.join(
        ",", control.sections().getOrDefault(benchmark.orElse(Benchmark.DEFAULT).id(), List.of()));
  }

  private boolean isSearched(Control control) {
    String text = control.id() + " " + control.title() + " " + control.description();
    return search == null
        || text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  private static void requireKnown(String option, String given, List<String> values) {
    if (given != null && !values.contains(given)) {
      TreeSet<String> known = new TreeSet<>(values);
      List<String> near = Nearest.to(given, known);
      throw new InputProblem(
          "`%s`: expected one of %s, found `%s`%s"
              .formatted(
                  option,
                  String.join(", ", known),
                  given,
                  near.isEmpty() ? "" : ". Fix: did you mean `" + near.get(0) + "`?"));
    }
  }

  private static ObjectNode json(Control control) {
    ObjectNode json =
        Json.object()
            .put("id", control.id())
            .put("title", control.title())
            .put("description", control.description())
            .put("severity", control.severity().id())
            .put("since", control.since());
    json.set("ruleSets", Json.strings(control.ruleSets()));
    ObjectNode sections = json.putObject("sections");
    control
        .sections()
        .forEach((framework, numbers) -> sections.set(framework, Json.strings(numbers)));
    return json;
  }
}
