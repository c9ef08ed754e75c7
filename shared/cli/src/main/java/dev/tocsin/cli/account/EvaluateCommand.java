package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.history.SinceOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.Extent;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.report.Report;
import dev.tocsin.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin evaluate}: the verdict on every control for one account, or for many. */
@Command(
    name = "evaluate",
    description = {
      "Would a person be told? Judges an account's monitoring, control by control.",
      "Reads a live account with the credentials of the AWS SDK, or a snapshot of one, or many."
    },
    footer = {
      "",
      "Example:",
      "  tocsin evaluate --control security-group-changes \\",
      "      --snapshot shared/examples/accounts/broken-links.json",
      "",
      "A live account is read only: nothing in it is changed and nothing is reported.",
      "A line of --snapshots is {\"id\": 1, \"snapshot\": {...}} or \"text\": the snapshot's raw text; "
          + "with \"controls\": [ID, ...] and \"parameters\": {...}, those of a rule, where the options do not "
          + "hold. It is answered with {\"id\", \"account\", \"verdicts\"} or {\"id\", \"error\"}; exit code 2 if "
          + "any line could not be judged."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Supplier<Deadline> limit;

  @Mixin private JudgedOptions judged;

  @Mixin
  private RuleOptions rule =
      new RuleOptions(
          Parameter.BENCHMARK,
          Parameter.EXEMPT,
          Parameter.ACCEPT_EVENT_BRIDGE,
          Parameter.ACCEPTED_ACTIONS,
          Parameter.ACCEPTED_WATCHERS,
          Parameter.MAX_EVENTS_TO_ALARM,
          Parameter.MONITORING_ACCOUNT,
          Parameter.CONFIRM_ON_AWS);

  @Mixin private PlannedOptions planned;

  @Mixin private ManyOptions many;

  @Mixin private ReportOptions reporting;

  @Mixin private SinceOptions since;

  @Option(
      names = "--snapshots",
      paramLabel = "FILE",
      description = "Judge the account of each line of this JSON Lines file, in order.")
  private Path snapshots;

  /** The command, writing there. */
  public EvaluateCommand(Terminal terminal) {
    this(terminal, TimeLimit::start);
  }

  /**
   * The command with a deadline of its own.
   *
   * @param limit asked when an account's turn comes
   */
  EvaluateCommand(Terminal terminal, Supplier<Deadline> limit) {
    this.terminal = terminal;
    this.limit = limit;
  }

  @Override
  public Integer call() {
    AccountJudge judge = new AccountJudge(ControlCatalog.load(), Clock.systemUTC(), limit);
    RuleParameters parameters = rule.parameters(judge.catalog());
    boolean fromFile = snapshots != null || judged.source().isFile() || planned.given();
    if (fromFile && parameters.confirmOnAws()) {
      throw new InputProblem(
          "`"
              + Parameter.CONFIRM_ON_AWS.option()
              + "`: a snapshot is judged without AWS. Fix: leave it out");
    }
    List<Control> named = judged.named(judge.catalog());
    boolean compares =
        since.given(
            reporting.printsForPrograms(),
            snapshots != null || many.given() || !judged.source().several().isEmpty());
    if (snapshots != null) {
      if (judged.source().isFile()) {
        throw new InputProblem("expected `--snapshot` or `--snapshots`, found both");
      }
      if (judged.source().namesAnAccount()) {
        throw new InputProblem(
            OwnRegion.of("--snapshots", "`--profile`, `--region`, `--endpoint-url`")
                + ". Fix: leave them out");
      }
      if (Files.isDirectory(snapshots)) {
        throw new InputProblem(
            "`%s` is a folder: expected a JSON Lines file. Fix: give a folder of snapshots to `--snapshot`"
                .formatted(snapshots));
      }
      return new SnapshotLines(terminal, judge, rule, named).answer(snapshots);
    }
    reporting.check();
    List<Control> controls = named.isEmpty() ? judge.controls(parameters.benchmark()) : named;
    rule.noteOthers(named, terminal);
    ManyAccounts accounts = new ManyAccounts(terminal, reporting);
    if (many.given()) {
      return ofMembers(accounts, judge, controls, parameters);
    }
    List<Path> several = judged.source().several();
    if (!several.isEmpty()) {
      return accounts.answerFiles(
          several.stream().map(Path::toString).toList(),
          name -> judged(AccountSource.read(Path.of(name)), judge, controls, parameters));
    }
    AccountVerdicts verdicts =
        planned.given()
            ? planned.judge(judge, controls, parameters, judged.source().region())
            : readAndJudge(judge, controls, parameters);
    Report report = Report.of(verdicts);
    reporting.report(report, terminal);
    if (compares) {
      since.print(ReportFormat.JSON.text(report), terminal);
    }
    return verdicts.notGood() ? ExitCode.NOT_GOOD : ExitCode.GOOD;
  }

  private int ofMembers(
      ManyAccounts accounts,
      AccountJudge judge,
      List<Control> controls,
      RuleParameters parameters) {
    if (judged.source().isFile() || planned.given()) {
      throw new InputProblem(
          "`--accounts` and `--organization` read live accounts. Fix: leave out snapshots, plans and templates");
    }
    try (MemberAccounts reader =
        judged.source().live().members(many.roleName(), Extent.of(controls, parameters))) {
      List<ManyOptions.Member> members = many.members(reader::organization);
      OrganizationJudge organization = new OrganizationJudge(reader, judge, controls, parameters);
      return accounts.answer(
          members,
          many.isOrganization() && parameters.monitoringAccount().isEmpty()
              ? organization::judge
              : member -> judged(reader.read(member), judge, controls, parameters));
    }
  }

  private static AccountVerdicts judged(
      Snapshot snapshot, AccountJudge judge, List<Control> controls, RuleParameters parameters) {
    return judge.judge(snapshot, controls, parameters, Confirmation.NOT_ASKED);
  }

  private AccountVerdicts readAndJudge(
      AccountJudge judge, List<Control> controls, RuleParameters parameters) {
    return judge.judgeSideBySide(
        judged.source().snapshot(Extent.of(controls, parameters), terminal),
        controls,
        parameters,
        judged.source().replay());
  }
}
