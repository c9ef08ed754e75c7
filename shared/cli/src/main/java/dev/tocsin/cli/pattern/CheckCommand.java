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
import dev.tocsin.filterpattern.explain.Explanation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin check}: does a filter pattern see every event of a control? */
@Command(
    name = "check",
    description = {
      "Do filter patterns and EventBridge rules see every event of a control?",
      "Answers COVERED, MISSED with an event, UNDECIDED with the reason, or INVALID.",
      "INVALID, where AWS would not take the pattern, is an answer: exit code 1, as "
          + "MISSED has."
    },
    footer = {
      "",
      "Example:",
      "  tocsin check --control security-group-changes \\",
      "      --pattern '{ $.eventName = *SecurityGroup* }'",
      "",
      "FILE holds one JSON object a line: {\"id\": 1, \"control\": ID, \"pattern\": TEXT} or "
          + "\"patterns\": [TEXT, ...], and \"exempt\": TEXT or a list; without \"control\" or \"exempt\" the option holds.",
      "Beside or instead of patterns, \"eventPattern\": TEXT, an object or a list of such, and \"eventState\": STATE.",
      "A line that cannot be used is answered with {\"id\", \"error\"}, and exit code 2."
    })
public final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clock clock;
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

  /** What is deployed together, or a file of such. */
  static final class PatternsOrFile {
    @ArgGroup(exclusive = false)
    private DeployedOptions options;

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
    Deployed deployed = given.options.deployed();
    Control found = Controls.find(catalog, control);
    rule.noteOthers(List.of(found), terminal);
    Asked asked = Controls.asked(found, parameters, clock.instant());
    List<String> patterns = deployed.texts();
    Patterns.noteEmpty(patterns, terminal);
    Coverages coverages = new Coverages(found, asked, deployed);
    CoverageAnswer answer = coverages.answer();
    if (parameters.confirmOnAws() && found.isSeenByTrails()) {
      answer.missedEvent().ifPresent(event -> confirm(asked, patterns, event));
    }
    Optional<Explanation> explanation = explanation(answer, coverages);
    if (format.on(terminal) == Format.JSON) {
      ObjectNode line = answer.into(Json.object().putNull("id").put("control", control));
      Exempted.into(line, asked);
      explanation.ifPresent(
          explained ->
              ExplainCommand.into(line, explained)
                  .put("corrected", coverages.corrected(explained).orElse(null)));
      line.set("defects", Json.strings(deployed.defects(found)));
      printer.line(new CoveragePrinter.Line(answer, line));
    } else {
      List<String> lines = new ArrayList<>(Exempted.lines(asked));
      lines.addAll(deployed.defects(found));
      explanation.ifPresent(explained -> lines.addAll(ExplainCommand.text(explained, terminal)));
      explanation.ifPresent(explained -> lines.addAll(coverages.advice()));
      printer.text(control + " (" + parameters.benchmark() + ")", answer, lines);
    }
    return printer.exitCode();
  }

  private void confirm(Asked asked, List<String> patterns, ObjectNode missedEvent) {
    terminal
        .err()
        .println(
            live.confirm(asked.requirement().required().text(), patterns, missedEvent)
                .orElse("AWS agrees: the event is missed"));
  }

  private CoveragePrinter.Line answer(JsonLines.Line line) {
    boolean names = line.json().has("control") || control == null;
    String id = names ? Patterns.text(line, "control") : control;
    Deployed deployed =
        DeployedMembers.read(line, line.json().has("patterns") ? "patterns" : "pattern");
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
    Coverages coverages = new Coverages(found.get(), asked, deployed);
    CoverageAnswer answer = coverages.answer();
    Exempted.into(answer.into(json), asked)
        .put(
            "corrected", explanation(answer, coverages).flatMap(coverages::corrected).orElse(null));
    json.set("defects", Json.strings(deployed.defects(found.get())));
    return new CoveragePrinter.Line(answer, json);
  }

  /** The parameters that a line may have of its own. */
  private static ObjectNode own(JsonLines.Line line) {
    ObjectNode own = Json.object();
    JsonNode exempt = line.json().get(Parameter.EXEMPT.key());
    return exempt == null ? own : own.set(Parameter.EXEMPT.key(), exempt);
  }

  /** What is seen and missed where an event is, and so all that is deployed is known to parse. */
  private static Optional<Explanation> explanation(CoverageAnswer answer, Coverages coverages) {
    try {
      return answer.missedEvent().isEmpty()
          ? Optional.empty()
          : Optional.of(coverages.explanation());
    } catch (Patterns.Refused parsedBefore) {
      throw new IllegalStateException(parsedBefore);
    }
  }
}
