package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.account.LiveOptions;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin check}: does a filter pattern see every event of a control? */
@Command(
    name = "check",
    description = {
      "Does a filter pattern see every event of a control?",
      "Answers COVERED, MISSED with an event, UNDECIDED with the reason, or INVALID."
    },
    footer = {
      "",
      "Example:",
      "  tocsin check --control security-group-changes \\",
      "      --pattern '{ $.eventName = *SecurityGroup* }'",
      "",
      "FILE holds one JSON object a line: {\"id\": 1, \"control\": ID, \"pattern\": TEXT} or",
      "\"patterns\": [TEXT, ...], and \"exempt\": TEXT or a list; without \"control\" or \"exempt\" the option holds.",
      "A line that cannot be used is answered with {\"id\", \"error\"}, and exit code 2."
    })
public final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clock clock;
  private final CoverageDecider decider = new CoverageDecider();
  private ControlCatalog catalog;

  @Mixin private FormatOption format = FormatOption.byReader();

  @Mixin
  private RuleOptions rule =
      new RuleOptions(Parameter.BENCHMARK, Parameter.EXEMPT, Parameter.CONFIRM_ON_AWS);

  @Option(names = "--control", paramLabel = "ID", description = "The control.")
  private String control;

  @ArgGroup(exclusive = false)
  private LiveOptions live = new LiveOptions();

  @ArgGroup(multiplicity = "1")
  private PatternsOrFile given;

  /** Patterns of one filter set, or a file of them. */
  static final class PatternsOrFile {
    @Option(
        names = "--pattern",
        paramLabel = "TEXT",
        required = true,
        description =
            "A deployed pattern; several are taken together, an event needs to match one.")
    private List<String> patterns;

    @Option(
        names = "--patterns",
        paramLabel = "FILE",
        required = true,
        description = "Answer each line of this JSON Lines file, in order.")
    private Path file;
  }

  /** The command, writing there; exemptions end by that clock. */
  public CheckCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    catalog = ControlCatalog.load();
    RuleParameters parameters = rule.parameters(catalog);
    var printer = new CoveragePrinter(terminal);
    if (given.file != null) {
      InputFiles.requireLines(
          given.file, JsonLines.answer(given.file, this::answer, printer::line, printer::refusal));
      return printer.exitCode();
    }
    if (control == null) {
      throw new InputProblem("expected a control. Fix: name it with `--control`");
    }
    Control named = Controls.find(catalog, control);
    Asked asked = Controls.asked(named, parameters, clock.instant());
    Requirement requirement = asked.requirement();
    if (given.patterns.stream().anyMatch(String::isBlank)) {
      terminal.err().println("note: an empty pattern matches every event. Is a variable unset?");
    }
    CoverageAnswer answer = decide(named, requirement, given.patterns);
    if (parameters.confirmOnAws()) {
      answer.missedEvent().ifPresent(event -> confirm(requirement, event));
    }
    Optional<Explanation> explanation = explanation(answer, requirement, given.patterns);
    if (format.on(terminal) == Format.JSON) {
      ObjectNode line = answer.into(Json.object().putNull("id").put("control", control));
      Exempted.into(line, asked);
      explanation.ifPresent(explained -> ExplainCommand.into(line, explained));
      line.set("defects", Json.strings(Patterns.defects(named, given.patterns)));
      printer.line(new CoveragePrinter.Line(answer, line));
    } else {
      printer.text(
          control + " (" + parameters.benchmark() + ")",
          answer,
          Stream.concat(
                  Stream.concat(
                      Exempted.lines(asked).stream(),
                      Patterns.defects(named, given.patterns).stream()),
                  explanation.map(ExplainCommand::text).orElse(List.of()).stream())
              .toList());
    }
    return printer.exitCode();
  }

  private void confirm(Requirement requirement, ObjectNode missedEvent) {
    terminal
        .err()
        .println(
            live.confirm(requirement.required().text(), given.patterns, missedEvent)
                .orElse("AWS agrees: the event is missed"));
  }

  private CoveragePrinter.Line answer(JsonLines.Line line) {
    boolean names = line.json().has("control") || control == null;
    String id = names ? Patterns.text(line, "control") : control;
    List<String> patterns =
        Patterns.texts(line, line.json().has("patterns") ? "patterns" : "pattern");
    RuleParameters parameters = rule.parameters(catalog, own(line));
    ObjectNode json = Json.object();
    json.set("id", line.id());
    json.put("control", id);
    Optional<Control> found = catalog.find(id);
    if (found.isEmpty()) {
      CoverageAnswer unknown = CoverageAnswer.invalid(Controls.unknown(catalog, id));
      return new CoveragePrinter.Line(unknown, unknown.into(json).putNull("corrected"));
    }
    Asked asked = Controls.asked(found.get(), parameters, clock.instant());
    Requirement requirement = asked.requirement();
    CoverageAnswer answer = decide(found.get(), requirement, patterns);
    Exempted.into(answer.into(json), asked)
        .put(
            "corrected",
            explanation(answer, requirement, patterns)
                .flatMap(Explanation::corrected)
                .orElse(null));
    json.set("defects", Json.strings(Patterns.defects(found.get(), patterns)));
    return new CoveragePrinter.Line(answer, json);
  }

  /** The parameters that a line may have of its own. */
  private static ObjectNode own(JsonLines.Line line) {
    ObjectNode own = Json.object();
    JsonNode exempt = line.json().get(Parameter.EXEMPT.key());
    return exempt == null ? own : own.set(Parameter.EXEMPT.key(), exempt);
  }

  private CoverageAnswer decide(Control control, Requirement requirement, List<String> patterns) {
    if (!control.isSeenByTrails()) {
      return CoverageAnswer.invalid(Controls.sentToEventBridgeOnly(control));
    }
    return CoverageAnswer.of(() -> decider.decide(requirement, Patterns.parse(patterns)));
  }

  /** What patterns that miss an event, and so are known to parse, see and miss. */
  private Optional<Explanation> explanation(
      CoverageAnswer answer, Requirement requirement, List<String> patterns) {
    return answer
        .missedEvent()
        .map(
            event ->
                new Explainer(decider)
                    .explain(requirement, patterns.stream().map(FilterPattern::of).toList()));
  }
}
