package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.emulator.faults.AnswerFault;
import dev.tocsin.emulator.faults.FaultedAccount;
import dev.tocsin.emulator.faults.RandomRun;
import dev.tocsin.emulator.faults.WireFault;
import dev.tocsin.lambda.FaultedFunction.Ended;
import dev.tocsin.lambda.FaultedFunction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultMatrixTest {
  private static final AnswerFault CUT = fault("sns:GetTopicAttributes", WireFault.CUT);
  private static final AnswerFault THROTTLED = fault("logs:DescribeLogGroups", WireFault.THROTTLED);

  private static AnswerFault fault(String action, WireFault kind) {
    return AnswerFault.always(action, kind);
  }

  private static Ended ended(Outcome outcome, List<String> problems, AnswerFault... faults) {
    return new Ended(RandomRun.of(FaultedAccount.WHOLE, faults), outcome, problems, null);
  }

  @Test
  void eachCallAndFaultHasARowAndRunsOfSeveralFaultsHaveNone() {
    String matrix =
        FaultMatrix.of(
            List.of(
                ended(Outcome.READ_FAILED, List.of(), CUT),
                ended(Outcome.READ_FAILED, List.of("took too long"), CUT),
                ended(Outcome.SAME_VERDICT, List.of(), THROTTLED),
                ended(Outcome.REPORT_FAILED, List.of(), CUT, THROTTLED)));
    assertThat(matrix.lines())
        .containsExactly(
            "| call | fault | same verdict | other answers' verdict | read failed | report failed |"
                + " not as documented |",
            "|---|---|---:|---:|---:|---:|---:|",
            "| `logs:DescribeLogGroups` | `THROTTLED` | 1 |  |  |  |  |",
            "| `sns:GetTopicAttributes` | `CUT` |  |  | 2 |  | 1 |");
  }
}
