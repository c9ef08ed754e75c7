package dev.tocsin.cli.account;

import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.verdict.AwsCommand;
import dev.tocsin.chain.verdict.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A remediation plan for people, who can paste it into a POSIX shell: it asks first whose
 * credentials it has, and stops at the first command that fails.
 */
final class PlanReport {

  private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=[A-Z])");

  private PlanReport() {}

  /**
   * The plan as text.
   *
   * @param options what leads the AWS CLI to the account, given with every command
   */
  static String text(Plan plan, List<String> options) {
    List<String> lines = new ArrayList<>();
    if (plan.calls().isEmpty() && plan.byHand().isEmpty()) {
      return "# nothing to do in account " + plan.account();
    }
    lines.add("# account " + plan.account());
    if (!plan.calls().isEmpty()) {
      lines.add("( set -e");
      lines.add(guard(plan, options));
      plan.calls().forEach(call -> lines.addAll(lines(call, options)));
      lines.add(")");
    }
    plan.noise().forEach(noise -> lines.add("# noise: " + Visible.of(noise)));
    plan.notes().forEach(note -> lines.add("# note: " + Visible.of(note)));
    plan.byHand().forEach(advice -> lines.add("# by hand: " + Visible.of(advice)));
    return String.join(System.lineSeparator(), lines);
  }

  /** Asks in a Region of the plan: the AWS CLI refuses to ask in none, and none may be set. */
  private static String guard(Plan plan, List<String> options) {
    String who =
        command(
            Stream.concat(
                Stream.of(
                    "sts",
                    "get-caller-identity",
                    "--region",
                    plan.calls().get(0).region(),
                    "--query",
                    "Account",
                    "--output",
                    "text"),
                options.stream()));
    return "[ \"$(%s)\" = %s ] || { echo 'these commands are for account %2$s' >&2; exit 1; }"
        .formatted(who, plan.account());
  }

  private static List<String> lines(PlannedCall call, List<String> options) {
    String operation =
        WORD_START.matcher(call.operation()).replaceAll("-").toLowerCase(Locale.ROOT);
    String command =
        command(
            Stream.concat(
                Stream.of(
                    call.service(),
                    operation,
                    "--region",
                    call.region(),
                    "--cli-input-json",
                    Visible.of(call.parameters().toString())),
                options.stream()));
    // A snapshot lacks members that the operation would take away; a live plan has them.
    boolean whole = call.rest().isEmpty();
    return List.of(
        "# %s; keeps %s".formatted(Visible.of(call.why()), Visible.of(call.keeps())),
        whole ? command : "# only `tocsin remediate` can make this call: " + Visible.of(command));
  }

  private static String command(Stream<String> words) {
    return words.map(AwsCommand::quoted).collect(Collectors.joining(" ", "aws ", ""));
  }
}
