package dev.tocsin.infrastructure;

import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.account.Circumstances;
import dev.tocsin.infrastructure.account.LeftOut;
import dev.tocsin.infrastructure.account.Places;
import dev.tocsin.infrastructure.account.Planned;
import dev.tocsin.infrastructure.account.PlannedAccounts;
import dev.tocsin.infrastructure.cloudformation.Stacks;
import dev.tocsin.infrastructure.cloudformation.Template;
import dev.tocsin.infrastructure.terraform.TerraformPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account that a plan or templates would make.
 *
 * @param confirmed the account once every subscription is confirmed
 * @param asMade the account before anybody has confirmed one
 * @param places where things are written down
 * @param whole where things are to be added that are written nowhere; empty iff that may be in
 *     several files, or the language does not tell
 * @param leftOut what is not counted, because something of it is not known
 * @param notFollowed nested stacks of whose resources nothing is known
 */
public record Blueprint(
    Snapshot confirmed,
    Snapshot asMade,
    Places places,
    Optional<Place> whole,
    List<LeftOut> leftOut,
    List<Place> notFollowed) {

  /** Where a finding's subject is written down; empty iff it is nowhere. */
  public Optional<Place> placeOf(Link link, String subject) {
    return places.of(link, subject);
  }

  /** A text and the name it is known by, which messages show. */
  public record Source(String name, String text) {}

  /**
   * The account of a Terraform plan.
   *
   * @param plan the JSON that {@code terraform show -json} prints of a plan
   * @param account twelve digits; empty iff the plan's own is to be taken
   * @param region where the plan's provider names none
   * @throws BlueprintProblem if it is no plan, or one that no account can have
   */
  public static Blueprint ofTerraform(
      Source plan, Optional<String> account, Optional<String> region, Instant now)
      throws BlueprintProblem {
    TerraformPlan read = TerraformPlan.read(plan.text(), plan.name());
    String digits = account.or(read::account).orElse(Circumstances.NO_ACCOUNT);
    String home =
        read.region()
            .or(() -> region)
            .orElseThrow(
                () ->
                    new BlueprintProblem(
                        "`%s`: the plan's provider names no Region. Fix: add `--region`"
                            .formatted(plan.name())));
    requireRegion(home);
    return of(
        PlannedAccounts.of(
            read.resources(digits, home), new Circumstances(digits, home, now), plan.name()),
        Optional.empty(),
        List.of());
  }

  /**
   * The account of CloudFormation templates, deployed together.
   *
   * @param parameters values for every template that has a parameter of that name
   * @param account twelve digits; empty iff they do not matter
   * @param region where the stacks are made
   * @throws BlueprintProblem if one is no template, or none that an account can have
   */
  public static Blueprint ofCloudFormation(
      List<Source> templates,
      Map<String, String> parameters,
      Optional<String> account,
      String region,
      Instant now)
      throws BlueprintProblem {
    requireRegion(region);
    List<Template> read = new ArrayList<>();
    for (Source template : templates) {
      read.add(Template.read(template.text(), template.name()));
    }
    Circumstances circumstances =
        new Circumstances(account.orElse(Circumstances.NO_ACCOUNT), region, now);
    Stacks.Made made = Stacks.resources(read, parameters, circumstances.account(), region);
    String source = String.join(", ", templates.stream().map(Source::name).toList());
    return of(
        PlannedAccounts.of(made.resources(), circumstances, source),
        read.size() == 1 ? Optional.of(read.get(0).place()) : Optional.empty(),
        made.notFollowed());
  }

  private static void requireRegion(String region) throws BlueprintProblem {
    if (Partition.find(region).isEmpty()) {
      throw new BlueprintProblem(
          "there is no Region `%s`. Fix: write one such as `us-east-1`".formatted(region));
    }
  }

  private static Blueprint of(Planned planned, Optional<Place> whole, List<Place> notFollowed) {
    return new Blueprint(
        planned.confirmed(),
        planned.asMade(),
        planned.places(),
        whole,
        planned.leftOut(),
        notFollowed);
  }
}
