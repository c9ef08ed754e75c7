package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.OutOfTime;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.evaluation.VerdictJson;
import java.nio.file.Path;
import java.util.List;

/** Judges the accounts of a JSON Lines file, one a line. */
final class SnapshotLines {
  private final Terminal terminal;
  private final AccountJudge judge;
  private final RuleOptions rule;
  private final List<Control> named;
  private int exitCode = ExitCode.GOOD;

  /**
   * Judges with these options where a line has no parameters or controls of its own.
   *
   * @param named the controls that options name; empty iff they name none
   */
  SnapshotLines(Terminal terminal, AccountJudge judge, RuleOptions rule, List<Control> named) {
    this.terminal = terminal;
    this.judge = judge;
    this.rule = rule;
    this.named = named;
  }

  /**
   * Answers every line, and says how it went: 2 if a line could not be judged, else 1 if a control
   * does not hold somewhere, else 0.
   */
  int answer(Path file) {
    InputFiles.requireLines(file, JsonLines.answer(file, this::line, this::print, this::refuse));
    return exitCode;
  }

  private record Judged(JsonNode id, AccountVerdicts verdicts) {}

  private Judged line(JsonLines.Line read) {
    SnapshotLine line = new SnapshotLine(read);
    RuleParameters parameters = rule.parameters(judge.catalog(), line.parameters());
    List<Control> controls =
        line.controls(judge.catalog(), parameters.control())
            .orElseGet(() -> others(line, parameters));
    try {
      return new Judged(
          read.id(), judge.judge(line.snapshot(), controls, parameters, Confirmation.NOT_ASKED));
    } catch (OutOfTime late) {
      throw new InputProblem(late.getMessage());
    }
  }

  /** The controls of a line that names none. */
  private List<Control> others(SnapshotLine line, RuleParameters parameters) {
    String benchmark = line.parameters().path(Parameter.BENCHMARK.key()).asText("");
    if (!benchmark.isBlank()) {
      return judge.controls(parameters.benchmark());
    }
    return named.isEmpty() ? judge.controls(parameters.benchmark()) : named;
  }

  private void print(Judged judged) {
    AccountVerdicts verdicts = judged.verdicts();
    ObjectNode json = Json.object();
    json.set("id", judged.id());
    json.put("account", verdicts.account());
    json.set("basis", verdicts.basis().json());
    ArrayNode array = json.putArray("verdicts");
    verdicts.evaluations().forEach(evaluation -> array.add(VerdictJson.of(evaluation)));
    terminal.out().println(Json.line(json));
    exitCode = Math.max(exitCode, verdicts.notGood() ? ExitCode.NOT_GOOD : ExitCode.GOOD);
  }

  private void refuse(JsonLines.Refusal refusal) {
    terminal.out().println(Json.line(refusal.json()));
    exitCode = ExitCode.BAD_INPUT;
  }
}
