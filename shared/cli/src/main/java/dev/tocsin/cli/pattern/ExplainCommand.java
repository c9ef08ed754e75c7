package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Width;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.explain.Correction;
import dev.tocsin.filterpattern.explain.Explanation;
import dev.tocsin.filterpattern.explain.Shared;
import dev.tocsin.report.table.Wrapped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin explain}: which events of a control a pattern sees, and how to correct it. */
@Command(
    name = "explain",
    description = {
      "Which events of a control does a filter pattern see, and which not?",
      "Gives the smallest correction that is shown to cover the control and to match "
          + "nothing new that nobody asked for. INVALID, where AWS would not take the "
          + "pattern, is an answer: exit code 1, as a missed event has."
    },
    footer = {
      "",
      "Example:",
      "  tocsin explain --control cloudtrail-configuration-changes \\",
      "      --pattern '{ $.eventName = Stop* }'"
    })
public final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private FormatOption format = FormatOption.byReader();

  @Mixin private RuleOptions rule = new RuleOptions(Parameter.BENCHMARK, Parameter.EXEMPT);

  @Option(names = "--control", paramLabel = "ID", required = true, description = "The control.")
  private String control;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private DeployedOptions given;

  /** The command, writing there; exemptions end by that clock. */
  public ExplainCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ControlCatalog catalog = ControlCatalog.load();
    RuleParameters parameters = rule.parameters(catalog);
    Deployed deployed = given.deployed();
    Control found = Controls.find(catalog, control);
    rule.noteOthers(List.of(found), terminal);
    Asked asked = Controls.asked(found, parameters, clock.instant());
    Patterns.noteEmpty(deployed.texts(), terminal);
    Coverages coverages = new Coverages(found, asked, deployed);
    List<String> defects = deployed.defects(found);
    Explanation explanation;
    try {
      explanation = coverages.explanation();
    } catch (Patterns.Refused refused) {
      invalid(refused, defects);
      return ExitCode.NOT_GOOD;
    }
    if (format.on(terminal) == Format.JSON) {
      ObjectNode line =
          into(Exempted.into(Json.object().put("control", control), asked), explanation)
              .put("corrected", coverages.corrected(explanation).orElse(null));
      terminal.out().println(Json.line(line.set("defects", Json.strings(defects))));
    } else {
      Exempted.lines(asked).forEach(line -> terminal.out().println(Visible.of(line)));
      List<String> lines = new ArrayList<>(defects);
      lines.addAll(text(explanation, terminal));
      if (!explanation.misses().isEmpty()) {
        lines.addAll(coverages.advice());
      }
      lines.forEach(line -> terminal.out().println(Visible.of(line)));
    }
    return explanation.misses().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
  }

  /** Appends what an explanation says to a line of JSON. */
  static ObjectNode into(ObjectNode line, Explanation explanation) {
    line.set("sees", Json.strings(explanation.sees()));
    line.set("misses", Json.strings(explanation.misses()));
    return line.put("summary", explanation.summary());
  }

  /** An explanation in lines for people; what is there to be pasted stays on one line. */
  static List<String> text(Explanation explanation, Terminal terminal) {
    int width = Width.of(terminal, Optional.ofNullable(System.getenv("COLUMNS")));
    List<String> lines = new ArrayList<>(Wrapped.lines(explanation.summary(), width, "", "  "));
    lines.addAll(
        explanation
            .shared()
            .map(shared -> List.of("Fix: " + inWords(shared)))
            .orElseGet(() -> corrected(explanation)));
    return lines;
  }

  private static String inWords(Shared shared) {
    String patterns =
        shared.positions().stream()
            .map(position -> String.valueOf(position + 1))
            .collect(Collectors.joining(", "));
    return shared
            .beside()
            .map(text -> "deploy, as a filter of its own, `" + text + "`; and ")
            .orElse("")
        + "take `"
        + String.join("` and `", shared.conditions())
        + "` out of patterns "
        + patterns;
  }

  private static List<String> corrected(Explanation explanation) {
    return explanation
        .correction()
        .map(
            correction ->
                List.of(
                    "Fix: " + where(correction, explanation.misread().size()),
                    "  " + correction.pattern()))
        .orElse(List.of());
  }

  /** Where a correction goes among so many deployed patterns. */
  private static String where(Correction correction, int deployed) {
    if (correction.replaces().isEmpty()) {
      return "deploy, as a filter of its own";
    }
    return deployed == 1
        ? "deploy"
        : "deploy, in place of pattern " + (correction.replaces().getAsInt() + 1);
  }

  private void invalid(Patterns.Refused refused, List<String> defects) {
    CoverageAnswer answer = CoverageAnswer.invalid(refused.getMessage());
    if (format.on(terminal) == Format.JSON) {
      ObjectNode line = answer.into(Json.object().put("control", control));
      terminal.out().println(Json.line(line.set("defects", Json.strings(defects))));
      return;
    }
    List<String> lines = new ArrayList<>(defects);
    refused.problem().ifPresent(problem -> lines.addAll(Caret.at(problem)));
    new CoveragePrinter(terminal).text(control, answer, lines);
  }
}
