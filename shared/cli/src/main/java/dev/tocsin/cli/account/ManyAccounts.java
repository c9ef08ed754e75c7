package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AccountReadException;
import dev.tocsin.cli.account.ManyOptions.Member;
import dev.tocsin.cli.io.Defect;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.OneLine;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Ticker;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.VerdictJson;
import dev.tocsin.report.Report;
import dev.tocsin.report.UnreadAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Judges accounts one after the other, some at a time; a line of JSON for each, in their order, as
 * soon as it can be written. An account that cannot be read is answered with {@code {"id",
 * "error"}} and ends nothing.
 *
 * <p>Where a form is asked for that shows all accounts together, it is written when all are judged.
 *
 * <p>Cost: at most {@link InOrder#MOST} accounts are held at once, whatever their number, and in
 * such a form the verdicts on all.
 */
final class ManyAccounts {
  private final Terminal terminal;
  private final ReportOptions reporting;
  private final List<AccountVerdicts> judged = new ArrayList<>();
  private final List<UnreadAccount> unread = new ArrayList<>();
  private int exitCode = ExitCode.GOOD;
  // Said of on another thread.
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  /** Answers there, in that form. */
  ManyAccounts(Terminal terminal, ReportOptions reporting) {
    this.terminal = terminal;
    this.reporting = reporting;
  }

  private record Answer(ObjectNode line, Optional<AccountVerdicts> verdicts, int exitCode) {}

  /** Says how it went: 3 or 2 if an account has no verdict, else 1 or 0. */
  int answer(List<Member> members, Function<Member, AccountVerdicts> judge) {
    all(members, Member::id, judge);
    if (failed.get() > 0) {
      terminal
          .err()
          .println(
              "%d of %d accounts have no verdict. Fix: mend what their lines say, and run it again with `--resume` and this output"
                  .formatted(failed.get(), members.size()));
    }
    return exitCode;
  }

  /** The same for snapshots, by the names of their files. */
  int answerFiles(List<String> names, Function<String, AccountVerdicts> judge) {
    all(names, Function.identity(), judge);
    return exitCode;
  }

  private <Q> void all(List<Q> asked, Function<Q, String> id, Function<Q, AccountVerdicts> judge) {
    Runnable work =
        () -> InOrder.answer(asked, one -> one(id.apply(one), () -> judge.apply(one)), this::print);
    if (reporting.together()) {
      Ticker.during(terminal, () -> progress(asked.size()), work);
    } else {
      work.run();
    }
    reportTogether();
  }

  private String progress(int asked) {
    return "%,d of %,d accounts judged, %,d cannot be".formatted(done.get(), asked, failed.get());
  }

  private void reportTogether() {
    if (reporting.together()) {
      reporting.report(new Report(judged, unread), terminal);
    }
  }

  private Answer one(String id, Supplier<AccountVerdicts> judge) {
    ObjectNode line = Json.object().put("id", id);
    try {
      AccountVerdicts verdicts = judge.get();
      line.put("account", verdicts.account()).put("region", verdicts.region());
      line.set("basis", verdicts.basis().json());
      var array = line.putArray("verdicts");
      verdicts.evaluations().forEach(evaluation -> array.add(VerdictJson.of(evaluation)));
      return new Answer(
          line, Optional.of(verdicts), verdicts.notGood() ? ExitCode.NOT_GOOD : ExitCode.GOOD);
    } catch (InputProblem problem) {
      return failure(line, OneLine.of(problem.getMessage()), ExitCode.BAD_INPUT);
    } catch (AccountReadException problem) {
      return failure(line, OneLine.of(problem.getMessage()), ExitCode.COULD_NOT_EVALUATE);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return failure(line, Defect.text(defect), ExitCode.COULD_NOT_EVALUATE);
    }
  }

  private static Answer failure(ObjectNode line, String error, int exitCode) {
    return new Answer(line.put("error", error), Optional.empty(), exitCode);
  }

  private void print(Answer answer) {
    if (reporting.together()) {
      answer.verdicts().ifPresent(judged::add);
      if (answer.verdicts().isEmpty()) {
        unread.add(
            new UnreadAccount(
                answer.line().path("id").asText(), answer.line().path("error").asText()));
      }
    } else {
      terminal.out().println(answer.line());
      terminal.out().flush();
    }
    done.incrementAndGet();
    failed.addAndGet(answer.line().has("error") ? 1 : 0);
    exitCode = Math.max(exitCode, answer.exitCode());
  }
}
