package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.OutOfTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code tocsin evaluate} from its arguments to what it prints, with too little time. */
class EvaluateDeadlineTest {
  private static final Path GOOD =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json");
  private static final Duration NONE = Duration.ofMillis(1);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Exception failure;

  @Test
  void whatWasNotJudgedIsNamedAndNoVerdictIsGiven() {
    evaluate(List.of(NONE), "--benchmark", "cis-7.0.0", "--snapshot", "" + GOOD);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(failure)
        .isInstanceOf(OutOfTime.class)
        .hasMessageStartingWith("judging account `111122223333` took longer")
        .hasMessageContaining("; without a verdict: `")
        .hasMessageEndingWith(" and 5 more. Fix: name fewer controls with `--control`");
  }

  @Test
  void oneLineThatRunsOutOfTimeLeavesTheOthersTheirVerdicts() throws IOException {
    String line =
        "{\"snapshot\": %s, \"controls\": [\"root-account-usage\"]}%n"
            .formatted(Files.readString(GOOD).replaceAll("\\R", " "));
    Path lines = Files.writeString(folder.resolve("lines.jsonl"), line + line);

    int exitCode = evaluate(List.of(NONE, Duration.ofMinutes(5)), "--snapshots", "" + lines);

    assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactlyInAnyOrder(
            late -> assertThat(late).contains("without a verdict: `root-account-usage`"),
            judged -> assertThat(judged).contains("\"complianceType\":\"COMPLIANT\""));
  }

  /**
   * Runs the command.
   *
   * @param times what each account may take, in turn
   */
  private int evaluate(List<Duration> times, String... arguments) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, false);
    Iterator<Duration> turns = times.iterator();
    EvaluateCommand command =
        new EvaluateCommand(
            terminal, () -> Deadline.in(turns.next(), "name fewer controls with `--control`"));
    return new CommandLine(command)
        .setExecutionExceptionHandler(
            (thrown, line, parsed) -> {
              failure = thrown;
              return ExitCode.COULD_NOT_EVALUATE;
            })
        .execute(arguments);
  }
}
