package dev.tocsin.lambda;

import dev.tocsin.emulator.faults.AnswerFault;
import dev.tocsin.lambda.FaultedFunction.Ended;
import dev.tocsin.lambda.FaultedFunction.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of each kind of fault in each call, as a table in Markdown. Runs of one fault count:
 * with more of them, which one it was cannot be told.
 */
final class FaultMatrix {
  private static final Map<Outcome, String> WORDS =
      new EnumMap<>(
          Map.of(
              Outcome.SAME_VERDICT, "same verdict",
              Outcome.VERDICT_OF_OTHER_ANSWERS, "other answers' verdict",
              Outcome.READ_FAILED, "read failed",
              Outcome.REPORT_FAILED, "report failed"));

  private FaultMatrix() {}

  /** A row for each call and kind of fault that was met, in alphabetical order. */
  static String of(List<Ended> runs) {
    Map<String, Map<Outcome, Integer>> rows = new TreeMap<>();
    Map<String, Integer> wrong = new TreeMap<>();
    for (Ended run : runs) {
      if (run.run().faults().size() == 1) {
        AnswerFault fault = run.run().faults().get(0);
        String row = "| `%s` | `%s` |".formatted(fault.action(), fault.kind());
        rows.computeIfAbsent(row, unused -> new EnumMap<>(Outcome.class))
            .merge(run.outcome(), 1, Integer::sum);
        wrong.merge(row, run.problems().isEmpty() ? 0 : 1, Integer::sum);
      }
    }
    return "| call | fault | %s | not as documented |\n|---|---|%s---:|\n%s"
        .formatted(
            String.join(" | ", WORDS.values()),
            "---:|".repeat(WORDS.size()),
            rows.entrySet().stream()
                .map(row -> row.getKey() + cells(row.getValue(), wrong.get(row.getKey())))
                .collect(Collectors.joining()));
  }

  private static String cells(Map<Outcome, Integer> outcomes, int wrong) {
    return Stream.concat(
            WORDS.keySet().stream().map(outcome -> outcomes.getOrDefault(outcome, 0)),
            Stream.of(wrong))
        .map(count -> " " + (count == 0 ? "" : count) + " |")
        .collect(Collectors.joining("", "", "\n"));
  }
}
