package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.infrastructure.Blueprint;
import dev.tocsin.infrastructure.BlueprintProblem;
import dev.tocsin.infrastructure.Foresight;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** An account that is not there yet: what a Terraform plan or CloudFormation templates make. */
final class PlannedOptions {

  @Option(
      names = "--terraform",
      paramLabel = "FILE",
      description = "Judge what this plan would make: the output of `terraform show -json`.")
  private Path terraform;

  @Option(
      names = "--cloudformation",
      paramLabel = "FILE",
      description =
          "Judge what this template would make; several are stacks of one account and Region.")
  private List<Path> cloudFormation = List.of();

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A value for a parameter of the templates; may be repeated.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--account-id",
      paramLabel = "DIGITS",
      description = "The account in which a plan or template is made, where it does not say so.")
  private String account;

  @Option(
      names = "--once-confirmed",
      description =
          "Count subscriptions that will wait for confirmation as confirmed; a note says which.")
  private boolean onceConfirmed;

  /** Whether a plan or template is to be judged. */
  boolean given() {
    if (terraform != null && !cloudFormation.isEmpty()) {
      throw new InputProblem("expected `--terraform` or `--cloudformation`, found both");
    }
    boolean given = terraform != null || !cloudFormation.isEmpty();
    if (!given && (onceConfirmed || account != null || !parameters.isEmpty())) {
      throw new InputProblem(
          "`--parameter`, `--account-id` and `--once-confirmed` are for plans and templates. Fix:"
              + " add `--terraform` or `--cloudformation`, or leave them out");
    }
    if (!parameters.isEmpty() && cloudFormation.isEmpty()) {
      throw new InputProblem(
          "`--parameter` is for templates: a plan holds its variables. Fix: give them to `terraform"
              + " plan`");
    }
    if (account != null && !Snapshot.isAccountId(account)) {
      throw new InputProblem(
          "`--account-id`: expected the twelve digits of an account, found `%s`"
              .formatted(account));
    }
    return given;
  }

  /**
   * The verdicts on the account as it would be.
   *
   * @param region where the plan or template names none
   */
  AccountVerdicts judge(
      AccountJudge judge,
      List<Control> controls,
      RuleParameters ruleParameters,
      Optional<String> region) {
    Blueprint blueprint = blueprint(region);
    Foresight foresight = new Foresight(blueprint, onceConfirmed);
    AccountVerdicts confirmed = judged(blueprint.confirmed(), judge, controls, ruleParameters);
    AccountVerdicts asMade = judged(blueprint.asMade(), judge, controls, ruleParameters);
    List<Evaluation> foreseen = new ArrayList<>();
    for (int i = 0; i < controls.size(); i++) {
      foreseen.add(
          new Evaluation(
              controls.get(i),
              foresight.of(
                  confirmed.evaluations().get(i).verdict(),
                  asMade.evaluations().get(i).verdict())));
    }
    AccountVerdicts shown = onceConfirmed ? confirmed : asMade;
    return new AccountVerdicts(shown.account(), shown.region(), shown.basis(), foreseen);
  }

  private static AccountVerdicts judged(
      Snapshot account, AccountJudge judge, List<Control> controls, RuleParameters parameters) {
    return judge.judgeSideBySide(account, controls, parameters, Confirmation.NOT_ASKED);
  }

  private Blueprint blueprint(Optional<String> region) {
    Optional<String> digits = Optional.ofNullable(account);
    try {
      if (terraform != null) {
        return Blueprint.ofTerraform(
            source(terraform), digits, region, Instant.now().truncatedTo(ChronoUnit.SECONDS));
      }
      return Blueprint.ofCloudFormation(
          cloudFormation.stream().map(PlannedOptions::source).toList(),
          parameters,
          digits,
          region.orElse("us-east-1"),
          Instant.now().truncatedTo(ChronoUnit.SECONDS));
    } catch (BlueprintProblem problem) {
      throw new InputProblem(problem.getMessage());
    }
  }

  private static Blueprint.Source source(Path file) {
    return new Blueprint.Source(InputFiles.portableName(file), InputFiles.text(file));
  }
}
