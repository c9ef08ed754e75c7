package dev.tocsin.cli.pattern;

import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin covers}: the bare implication between patterns, with no control and no facts. */
@Command(
    name = "covers",
    description = {
      "Does every event that one pattern matches match a deployed pattern too?",
      "Answers COVERED, MISSED with an event, UNDECIDED with the reason, or INVALID.",
      "INVALID, where AWS would not take a pattern, is an answer: exit code 1, as MISSED has."
    },
    footer = {
      "",
      "Example:",
      "  tocsin covers --required '{ $.eventName = Delete* }' \\",
      "      --deployed '{ $.eventName = DeleteTrail }'",
      "",
      "FILE holds one JSON object a line: {\"id\": 1, \"required\": TEXT, \"deployed\": [TEXT, ...]}.",
      "Beside or instead of \"deployed\", \"eventPattern\": TEXT, an object or a list of such."
    })
public final class CoversCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final CoverageDecider decider = new CoverageDecider();

  @Mixin private FormatOption format = FormatOption.byReader();

  @ArgGroup(multiplicity = "1")
  private PairOrFile asked;

  /** One pair, or a file of them. */
  static final class PairOrFile {
    @ArgGroup(exclusive = false)
    private Pair pair;

    @Option(
        names = "--pairs",
        paramLabel = "FILE",
        required = true,
        description = "Answer each line of this JSON Lines file, in order.")
    private Path pairs;
  }

  /** A required pattern and the deployed ones. */
  static final class Pair extends EventRules {
    @Option(
        names = "--required",
        paramLabel = "TEXT",
        required = true,
        description = "The pattern of the events that must be seen.")
    private String required;

    @Option(
        names = "--deployed",
        paramLabel = "TEXT",
        description =
            "A deployed filter pattern; several are taken together, an event needs to match one.")
    private List<String> deployed = List.of();

    private Deployed deployed() {
      List<String> rules = eventPatterns();
      if (deployed.isEmpty() && rules.isEmpty()) {
        throw new InputProblem(
            "expected something deployed. Fix: give `--deployed` or `--event-pattern`");
      }
      return Deployed.onEveryRecord(deployed, rules);
    }
  }

  /** The command, writing there. */
  public CoversCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var printer = new CoveragePrinter(terminal);
    if (asked.pairs != null) {
      InputFiles.requireLines(
          asked.pairs,
          JsonLines.answer(asked.pairs, this::answer, printer::line, printer::refusal));
    } else {
      Deployed deployed = asked.pair.deployed();
      Patterns.noteEmpty(deployed.texts(), terminal);
      CoverageAnswer answer =
          CoverageAnswer.of(
              () -> decider.decide(required(asked.pair.required), deployed.onRecords()));
      if (format.on(terminal) == Format.JSON) {
        printer.line(new CoveragePrinter.Line(answer, answer.into(Json.object().putNull("id"))));
      } else {
        printer.text("the required pattern", answer, List.of());
      }
    }
    return printer.exitCode();
  }

  private CoveragePrinter.Line answer(JsonLines.Line line) {
    String required = Patterns.text(line, "required");
    Deployed deployed = DeployedMembers.readStateless(line, "deployed");
    CoverageAnswer answer =
        CoverageAnswer.ofImplication(
            () -> decider.decide(required(required), deployed.onRecords()));
    return new CoveragePrinter.Line(answer, answer.into(Json.object().set("id", line.id())));
  }

  private static Requirement required(String text) throws Patterns.Refused {
    return Requirement.of("required", Patterns.parse(text));
  }
}
