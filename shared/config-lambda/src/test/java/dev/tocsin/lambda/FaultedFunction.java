package dev.tocsin.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.ReportException;
import dev.tocsin.emulator.faults.FaultProxy;
import dev.tocsin.emulator.faults.ProxiedRun;
import dev.tocsin.emulator.faults.RandomRun;
import dev.tocsin.evaluation.OutOfTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The function behind a proxy that spoils answers, and what is wrong with how a run ended. */
final class FaultedFunction implements AutoCloseable {
  static final String ROOT = "{\"control\":\"root-account-usage\",\"acceptEventBridge\":\"true\"}";

  private static final Pattern CALL_AND_STEP =
      Pattern.compile("(?:the answer of )?`\\w+:\\w+`.*; .*");
  private static final int ATTEMPTS = 6; // three of the SDK's, and once more if unreadable
  private static final int STRAY = 2; // what a run before had begun to ask
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Context context = Events.context();
  private final List<String> log = new ArrayList<>();
  private final FaultProxy proxy = new FaultProxy();
  private final AwsClients clients =
      AwsClients.of(Optional.of(proxy.endpoint()), Optional.empty(), Optional.of(Events.REGION));
  private final ConfigRuleHandler handler =
      new ConfigRuleHandler(clients, Clock.systemUTC(), log::add);

  /** How a run ended. */
  enum Outcome {
    SAME_VERDICT,
    VERDICT_OF_OTHER_ANSWERS,
    READ_FAILED,
    REPORT_FAILED
  }

  /**
   * A run that ended.
   *
   * @param problems what may not be, with the run
   * @param message the failure's; null iff there is none
   */
  record Ended(RandomRun run, Outcome outcome, List<String> problems, String message) {}

  Ended run(RandomRun run) {
    log.clear();
    ProxiedRun proxied = proxy.begin(run);
    Problems problems = new Problems(run);
    long start = System.nanoTime();
    Ended ended = invoke(run, proxied, problems);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    problems.unless(took.compareTo(LONGEST) < 0, "took " + took);
    problems.unless(
        proxied.mostRepeated() <= ATTEMPTS + STRAY, "asked the same " + proxied.mostRepeated());
    return ended;
  }

  private Ended invoke(RandomRun run, ProxiedRun proxied, Problems problems) {
    try {
      // Of this moment, so that no snapshot of a run before answers it.
      String verdict = handler.answer(Events.scheduled(ROOT, Instant.now()), context);
      problems.unless(
          log.size() == 1 && log.get(0).contains("\"" + verdict + "\""), "the log is " + log);
      problems.unless(
          proxied.reports().stream().anyMatch(report -> report.contains("\"" + verdict + "\"")),
          "reported " + proxied.reports());
      return ended(run, verdict(run, verdict, problems), problems, null);
    } catch (RuntimeException failure) {
      return failed(run, proxied, failure, problems);
    }
  }

  private static Outcome verdict(RandomRun run, String verdict, Problems problems) {
    boolean isCompliant = verdict.equals("COMPLIANT");
    boolean isTrue = isCompliant == run.account().isMonitored();
    problems.unless(isTrue || run.mayChange(isCompliant), "the verdict is " + verdict);
    return isTrue ? Outcome.SAME_VERDICT : Outcome.VERDICT_OF_OTHER_ANSWERS;
  }

  private Ended failed(
      RandomRun run, ProxiedRun proxied, RuntimeException failure, Problems problems) {
    String message = String.valueOf(failure.getMessage());
    boolean isReport = failure instanceof ReportException;
    boolean isDocumented =
        isReport || failure instanceof AccountReadException || failure instanceof OutOfTime;
    problems.unless(isDocumented, "ended in " + failure);
    problems.unless(
        failure instanceof OutOfTime || CALL_AND_STEP.matcher(message).matches(),
        "names no call or no next step: " + message);
    problems.unless(!message.contains(Events.TOKEN), "prints the result token: " + message);
    problems.unless(
        isReport || (proxied.reports().isEmpty() && log.isEmpty()),
        "half a report: " + proxied.reports() + log);
    // A report may have arrived though its answer did not.
    proxied
        .reports()
        .forEach(
            report -> {
              boolean isCompliant = report.contains("\"COMPLIANT\"");
              verdict(run, isCompliant ? "COMPLIANT" : "NON_COMPLIANT", problems);
            });
    return ended(run, isReport ? Outcome.REPORT_FAILED : Outcome.READ_FAILED, problems, message);
  }

  private static Ended ended(RandomRun run, Outcome outcome, Problems problems, String message) {
    return new Ended(run, outcome, problems.found, message);
  }

  @Override
  public void close() {
    clients.close();
    proxy.close();
  }

  private static final class Problems {
    private final RandomRun run;
    private final List<String> found = new ArrayList<>();

    Problems(RandomRun run) {
      this.run = run;
    }

    void unless(boolean holds, String problem) {
      if (!holds) {
        found.add(run + ": " + problem);
      }
    }
  }
}
