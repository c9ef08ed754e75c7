package dev.tocsin.cli.account;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Many accounts of an organization, each read in a role of its own. */
final class ManyOptions {

  /** IAM API reference, Role: RoleName behind Path. */
  private static final Pattern ROLE = Pattern.compile("(?!arn:)([!-~]*/)?[\\w+=,.@-]{1,64}");

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description =
          "Judge every account of this file, one a line: twelve digits, and what else you like"
              + " after a blank or comma. Prints a JSON line for each as it is judged.")
  private Path file;

  @Option(
      names = "--organization",
      description =
          "The same for every active account of the organization, each answered from where its"
              + " trail delivers; with credentials of the management account or of a delegated"
              + " administrator.")
  private boolean organization;

  @Option(
      names = "--role-name",
      paramLabel = "NAME",
      description =
          "The role to assume in each account. Default: " + AwsClients.MONITORING_ROLE + ".")
  private String roleName;

  @Option(
      names = "--regions",
      paramLabel = "REGION",
      split = ",",
      description =
          "With many accounts: start in each of these Regions. Default: that of --region.")
  private List<String> regions = List.of();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "With many accounts: leave out what this file, an earlier output, has a verdict on.")
  private Path resume;

  /**
   * An account to start in a Region.
   *
   * @param region empty for the one that is configured
   */
  record Member(String account, Optional<String> region) {

    /** How its line is found again. */
    String id() {
      return region.map(name -> account + " " + name).orElse(account);
    }
  }

  /** Whether many accounts are asked about. */
  boolean given() {
    if (file != null && organization) {
      throw new InputProblem("expected `--accounts` or `--organization`, found both");
    }
    boolean given = file != null || organization;
    if (!given && (!regions.isEmpty() || resume != null || roleName != null)) {
      throw new InputProblem(
          "`--role-name`, `--regions` and `--resume` are for many accounts. Fix: add `--accounts` or `--organization`");
    }
    check();
    return given;
  }

  /** What would fail for every account is said once, before the first is asked. */
  private void check() {
    for (String region : regions) {
      if (Partition.find(region).isEmpty()) {
        throw new InputProblem(
            "`--regions`: there is no Region `%s`. Fix: write one such as `us-east-1`"
                .formatted(region));
      }
    }
    if (!ROLE.matcher(roleName()).matches()) {
      throw new InputProblem(
          "`--role-name`: expected a role's name, with its path if it has one, found `%s`. Fix: write it like `%s`, not as an ARN"
              .formatted(roleName, AwsClients.MONITORING_ROLE));
    }
  }

  /** Whether they are those of the organization. */
  boolean isOrganization() {
    return organization;
  }

  String roleName() {
    return roleName == null ? AwsClients.MONITORING_ROLE : roleName;
  }

  /**
   * Who is to be judged, in the order of the file, or of the organization's listing.
   *
   * @param listing asked for the accounts of the organization
   * @throws InputProblem if a line names no account
   */
  List<Member> members(Supplier<List<String>> listing) {
    Set<String> done = done();
    List<Member> left = new ArrayList<>();
    Collection<String> accounts = organization ? listing.get() : accountsOfFile();
    for (String account : accounts) {
      if (regions.isEmpty()) {
        left.add(new Member(account, Optional.empty()));
      }
      regions.forEach(region -> left.add(new Member(account, Optional.of(region))));
    }
    left.removeIf(member -> done.contains(member.id()));
    return left;
  }

  private Set<String> accountsOfFile() {
    Set<String> accounts = new LinkedHashSet<>();
    int number = 0;
    for (String line : InputFiles.text(file).lines().toList()) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (text.isEmpty()) {
        continue;
      }
      String[] words = text.split("[\\s,]+", 3);
      String account = words[0].replace("\"", "");
      if (!Snapshot.isAccountId(account)) {
        throw new InputProblem(
            "`%s` line %d: expected an account of twelve digits, found `%s`. Fix: begin the line with the digits, or with `#` if it names none"
                .formatted(InputFiles.name(file), number, words[0]));
      }
      // `aws organizations list-accounts --query Accounts[].Id --output text` writes them so.
      if (words.length > 1 && Snapshot.isAccountId(words[1].replace("\"", ""))) {
        throw new InputProblem(
            "`%s` line %d: expected one account, found `%s` and `%s`. Fix: write each on a line of its own"
                .formatted(InputFiles.name(file), number, account, words[1]));
      }
      accounts.add(account);
    }
    if (accounts.isEmpty()) {
      throw new InputProblem(
          "expected an account a line in `%s`, found none".formatted(InputFiles.name(file)));
    }
    return accounts;
  }

  private Set<String> done() {
    Set<String> done = new HashSet<>();
    if (resume != null) {
      int number = 0;
      for (String line : InputFiles.text(resume).lines().toList()) {
        number++;
        if (line.isBlank() || !line.endsWith("}")) {
          // A run that was stopped can leave half a line behind.
          continue;
        }
        var answer = Json.read(line, InputFiles.name(resume) + " line " + number);
        if (answer.has("verdicts")) {
          done.add(answer.path("id").asText());
        }
      }
    }
    return done;
  }
}
