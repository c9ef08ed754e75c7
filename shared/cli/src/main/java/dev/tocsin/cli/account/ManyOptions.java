package dev.tocsin.cli.account;

import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Many accounts of an organization, each read in a role of its own. */
final class ManyOptions {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description =
          "Judge every account of this file, one a line: twelve digits, and what else you like"
              + " after a blank or comma. Prints a JSON line for each as it is judged.")
  private Path file;

  @Option(
      names = "--role-name",
      paramLabel = "NAME",
      description = "The role to assume in each account. Default: ${DEFAULT-VALUE}.")
  private String roleName = "tocsin-monitoring-reader";

  @Option(
      names = "--regions",
      paramLabel = "REGION",
      split = ",",
      description = "With --accounts: start in each of these Regions. Default: that of --region.")
  private List<String> regions = List.of();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "With --accounts: leave out what this file, an earlier output, has a verdict on.")
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
    if (file == null && (!regions.isEmpty() || resume != null)) {
      throw new InputProblem(
          "`--regions` and `--resume` are for many accounts. Fix: add `--accounts`");
    }
    return file != null;
  }

  String roleName() {
    return roleName;
  }

  /**
   * Who is to be judged, in the order of the file.
   *
   * @throws InputProblem if a line names no account
   */
  List<Member> members() {
    Set<String> done = done();
    Set<Member> members = new LinkedHashSet<>();
    int number = 0;
    for (String line : InputFiles.text(file).lines().toList()) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (text.isEmpty()) {
        continue;
      }
      String account = text.split("[\\s,]", 2)[0].replace("\"", "");
      if (!ACCOUNT.matcher(account).matches()) {
        throw new InputProblem(
            "`%s` line %d: expected an account of twelve digits, found `%s`"
                .formatted(InputFiles.name(file), number, account));
      }
      if (regions.isEmpty()) {
        members.add(new Member(account, Optional.empty()));
      }
      regions.forEach(region -> members.add(new Member(account, Optional.of(region))));
    }
    if (members.isEmpty()) {
      throw new InputProblem(
          "expected an account a line in `%s`, found none".formatted(InputFiles.name(file)));
    }
    List<Member> left = new ArrayList<>(members);
    left.removeIf(member -> done.contains(member.id()));
    return left;
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
