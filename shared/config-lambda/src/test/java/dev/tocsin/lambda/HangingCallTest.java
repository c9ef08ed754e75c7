package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.faults.AnswerFault;
import dev.tocsin.emulator.faults.FaultProxy;
import dev.tocsin.emulator.faults.FaultedAccount;
import dev.tocsin.emulator.faults.ProxiedRun;
import dev.tocsin.emulator.faults.RandomRun;
import dev.tocsin.emulator.faults.WireFault;
import dev.tocsin.evaluation.OutOfTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A call that hangs: the function ends with a message before AWS Lambda ends it without one. */
class HangingCallTest {
  private static final int TIME_MILLIS = 3_000;
  private static final int ENOUGH_MILLIS = 300_000;

  @Test
  void readEndsInTime() {
    assertEndsInTime(
        "cloudtrail:DescribeTrails",
        "reading the account for `root-account-usage`",
        TIME_MILLIS,
        TIME_MILLIS);
  }

  @Test
  void reportEndsInTime() {
    assertEndsInTime(
        "config:PutEvaluations", "`config:PutEvaluations`", ENOUGH_MILLIS, TIME_MILLIS);
  }

  /**
   * Has a call hang.
   *
   * @param remaining what is left of the invocation's time before the read, and before the report
   */
  private static void assertEndsInTime(String action, String what, Integer... remaining) {
    FaultsTest.credentials();
    Context context = Events.context();
    Mockito.when(context.getRemainingTimeInMillis()).thenReturn(remaining[0], remaining[1]);
    try (FaultProxy proxy = new FaultProxy();
        AwsClients clients =
            AwsClients.of(
                Optional.of(proxy.endpoint()), Optional.empty(), Optional.of(Events.REGION))) {
      ConfigRuleHandler handler = new ConfigRuleHandler(clients, Clock.systemUTC(), line -> {});
      ProxiedRun run =
          proxy.begin(
              RandomRun.of(FaultedAccount.WHOLE, AnswerFault.always(action, WireFault.HANGS)));

      assertThatThrownBy(
              () -> handler.answer(Events.scheduled(FaultedFunction.ROOT, Instant.now()), context))
          .isInstanceOf(OutOfTime.class)
          .hasMessageStartingWith(what + " took longer than the 2 s")
          .hasMessageContaining("Fix: raise the timeout of the function");
      assertThat(run.calls()).contains(action);
    }
  }
}
