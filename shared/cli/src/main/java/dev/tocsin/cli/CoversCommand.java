package dev.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
      "Answers COVERED, MISSED with an event, UNDECIDED with the reason, or INVALID."
    },
    footer = {
      "",
      "Example:",
      "  tocsin covers --required '{ $.eventName = Delete* }' --deployed '{ $.eventName = DeleteTrail }'",
      "",
      "FILE holds one JSON object a line: {\"id\": 1, \"required\": TEXT, \"deployed\": [TEXT, ...]}."
    })
final class CoversCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final CoverageDecider decider = new CoverageDecider();

  @Mixin private FormatOption format;

  @ArgGroup(multiplicity = "1")
  private Question question;

  /** One pair, or a file of them. */
  static final class Question {
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
  static final class Pair {
    @Option(
        names = "--required",
        paramLabel = "TEXT",
        required = true,
        description = "The pattern of the events that must be seen.")
    private String required;

    @Option(
        names = "--deployed",
        paramLabel = "TEXT",
        required = true,
        description =
            "A deployed pattern; several are taken together, an event needs to match one.")
    private List<String> deployed;
  }

  CoversCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var printer = new CoveragePrinter(terminal);
    if (question.pairs != null) {
      JsonLines.answer(question.pairs, this::answer, printer::line);
    } else {
      CoverageAnswer answer = decide(question.pair.required, question.pair.deployed);
      if (format.on(terminal) == Format.JSON) {
        printer.line(answer.into(Json.object().putNull("id")));
      } else {
        printer.text("the required pattern", answer, List.of());
      }
    }
    return printer.exitCode();
  }

  private ObjectNode answer(JsonLines.Line line) {
    ObjectNode answer = Json.object();
    answer.set("id", line.id());
    return decide(Patterns.text(line, "required"), Patterns.texts(line, "deployed")).into(answer);
  }

  private CoverageAnswer decide(String required, List<String> deployed) {
    try {
      var requirement = Requirement.of("required", Patterns.parse(required));
      return CoverageAnswer.of(decider.decide(requirement, Patterns.parse(deployed)));
    } catch (Patterns.Refused refused) {
      return CoverageAnswer.invalid(refused.getMessage());
    } catch (RuntimeException defect) {
      return CoverageAnswer.defect(defect);
    }
  }
}
