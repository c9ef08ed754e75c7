package dev.tocsin.cli.account;

import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.cli.io.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes planned calls with the AWS CLI. */
public final class AwsCli {

  private final List<String> options;

  /**
   * @param options such as {@code --profile}, given with every call
   */
  AwsCli(List<String> options) {
    this.options = List.copyOf(options);
  }

  /**
   * Makes the call.
   *
   * @throws InputProblem if there is no AWS CLI
   * @throws CallRefused if the call fails
   */
  void run(PlannedCall call) {
    List<String> command = new ArrayList<>(List.of("aws"));
    command.addAll(call.arguments());
    command.addAll(options);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new CallRefused(call, output.strip());
      }
    } catch (IOException absent) {
      throw new InputProblem(
          "the AWS CLI `aws` cannot be started. Fix: install it, or paste the commands of --plan where it is");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A call of the plan that AWS refused; what was done before it stays. */
  public static final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallRefused(PlannedCall call, String answer) {
      super(
          "`%s:%s` failed: %s. Nothing was removed. Fix: remove the cause and run the command again, it plans what is left"
              .formatted(call.service(), call.operation(), answer));
    }
  }
}
