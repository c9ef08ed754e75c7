package dev.tocsin.cli.account;

import dev.tocsin.aws.Diagnosis.Check;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Style;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Tool;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin doctor}: what is missing for a live account to be evaluated. */
@Command(
    name = "doctor",
    description = {
      "What is missing for an account to be evaluated?",
      "Looks at Region, credentials, the permission of each call and the recorder of AWS Config;"
          + " nothing in the account is changed."
    },
    footer = {
      "",
      "Example:",
      "  tocsin doctor --profile audit --region eu-west-1",
      "",
      "Exit codes: 0 nothing is missing; 1 something is, and is named."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private LiveOptions live;
  @Mixin private FormatOption format = FormatOption.table();

  /** The command, writing there. */
  public DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Check> checks = live.account().diagnose();
    if (format.on(terminal) == Format.JSON) {
      var list = Json.object().put("tool", "tocsin " + Tool.inWords());
      var array = list.putArray("checks");
      checks.forEach(
          check ->
              array
                  .addObject()
                  .put("what", check.what())
                  .put("good", check.good())
                  .put("says", check.says()));
      terminal.out().println(Json.pretty(list));
    } else {
      Style style = new Style(terminal.colour());
      terminal.out().println("tocsin " + Tool.inWords());
      checks.forEach(
          check ->
              terminal
                  .out()
                  .println(
                      (check.good() ? style.good("good     ") : style.bad("missing  "))
                          + Visible.of(check.what() + ": " + check.says())));
    }
    return checks.stream().allMatch(Check::good) ? ExitCode.GOOD : ExitCode.NOT_GOOD;
  }
}
