package dev.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.CoverageAnswer.Outcome;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.nio.file.Path;
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
      "Does a filter pattern see every event of a control?",
      "Answers COVERED, MISSED with an event, UNDECIDED with the reason, or INVALID."
    },
    footer = {
      "",
      "Example:",
      "  tocsin check --control security-group-changes --pattern '{ $.eventName = *SecurityGroup* }'",
      "",
      "FILE holds one JSON object a line: {\"id\": 1, \"control\": ID, \"pattern\": TEXT} or",
      "\"patterns\": [TEXT, ...]; without \"control\" the one of --control holds."
    })
final class CheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final CoverageDecider decider = new CoverageDecider();
  private ControlCatalog catalog;
  private Optional<FilterPattern> exempt;
  private Benchmark wording;

  @Mixin private FormatOption format;

  @Option(names = "--control", paramLabel = "ID", description = "The control.")
  private String control;

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      defaultValue = "cis-7.0.0",
      description = "Whose wording of the control holds; default: ${DEFAULT-VALUE}.")
  private String benchmark;

  @Option(
      names = "--exempt",
      paramLabel = "TEXT",
      description = "A pattern of events that need not be seen.")
  private String exemptText;

  @Option(
      names = "--confirm",
      description = "Let AWS match the missed event too, with logs:TestMetricFilter.")
  private boolean confirm;

  @ArgGroup(exclusive = false)
  private LiveOptions live = new LiveOptions();

  @ArgGroup(multiplicity = "1")
  private Question question;

  /** Patterns of one filter set, or a file of them. */
  static final class Question {
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

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    wording = Controls.benchmark(benchmark);
    exempt = Controls.exempt(exemptText);
    catalog = ControlCatalog.load();
    var printer = new CoveragePrinter(terminal);
    if (question.file != null) {
      JsonLines.answer(question.file, this::answer, printer::line);
      return printer.exitCode();
    }
    if (control == null) {
      throw new InputProblem("expected a control. Fix: name it with `--control`");
    }
    Control asked = Controls.find(catalog, control);
    CoverageAnswer answer = decide(asked, question.patterns);
    if (confirm && answer.missedEvent() != null) {
      String required = asked.required(wording).text();
      live.confirm(required, question.patterns, answer.missedEvent())
          .ifPresentOrElse(
              terminal.err()::println,
              () -> terminal.err().println("AWS agrees: the event is missed"));
    }
    Optional<Explanation> explanation =
        answer.outcome() == Outcome.MISSED ? Optional.of(explain(asked)) : Optional.empty();
    if (format.on(terminal) == Format.JSON) {
      ObjectNode line = answer.into(Json.object().putNull("id").put("control", asked.id()));
      explanation.ifPresent(explained -> ExplainCommand.into(line, explained));
      printer.line(line);
    } else {
      printer.text(
          asked.id() + " (" + wording + ")",
          answer,
          explanation.map(ExplainCommand::text).orElse(List.of()));
    }
    return printer.exitCode();
  }

  /** What the patterns of the command line see and miss, once they are known to parse. */
  private Explanation explain(Control asked) {
    List<FilterPattern> deployed = question.patterns.stream().map(FilterPattern::of).toList();
    return new Explainer(decider).explain(asked.requirement(wording, exempt), deployed);
  }

  private ObjectNode answer(JsonLines.Line line) {
    boolean names = line.json().has("control") || control == null;
    String id = names ? Patterns.text(line, "control") : control;
    String key = line.json().has("patterns") ? "patterns" : "pattern";
    List<String> patterns = Patterns.texts(line, key);
    CoverageAnswer decided =
        catalog
            .find(id)
            .map(asked -> decide(asked, patterns))
            .orElseGet(() -> CoverageAnswer.invalid(Controls.unknown(id, catalog.ids())));
    ObjectNode answer = Json.object();
    answer.set("id", line.id());
    return decided.into(answer.put("control", id));
  }

  private CoverageAnswer decide(Control asked, List<String> patterns) {
    try {
      return CoverageAnswer.of(
          decider.decide(asked.requirement(wording, exempt), Patterns.parse(patterns)));
    } catch (Patterns.Refused refused) {
      return CoverageAnswer.invalid(refused.getMessage());
    } catch (RuntimeException defect) {
      return CoverageAnswer.defect(defect);
    }
  }
}
