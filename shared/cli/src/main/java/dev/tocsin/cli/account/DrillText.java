package dev.tocsin.cli.account;

import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.drill.DrillPlan;
import dev.tocsin.drill.DrillReport;
import dev.tocsin.drill.Lasting;
import dev.tocsin.drill.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drill for people. */
final class DrillText {

  private DrillText() {}

  /** What would be done, and what that takes. */
  static String plan(DrillPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("account %s, control %s".formatted(plan.account(), plan.control()));
    plan.deeds().forEach(deed -> lines.add("will " + deed));
    if (!plan.deeds().isEmpty()) {
      lines.add(
          "Whoever is behind the alarm is told as of a real event. As long as it is in ALARM,");
      lines.add("a real event of the kind rings no second time.");
      lines.add("needs, beyond reading the account:");
      plan.permissions().forEach(permission -> lines.add("  " + permission));
    }
    plan.notes().forEach(note -> lines.add("note: " + note));
    return text(lines) + System.lineSeparator();
  }

  /** One link. */
  static String step(Step step) {
    return Visible.of(
        "%-9s %12s  %s `%s`: %s"
            .formatted(
                words(step.outcome().name()),
                step.after().map(Lasting::of).orElse(""),
                words(step.link().name()),
                step.subject(),
                step.says()));
  }

  /** What came of it. */
  static String result(DrillReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        report
            .told()
            .map(after -> "told after " + Lasting.of(after))
            .orElse("nobody is shown to have been told"));
    report
        .broken()
        .ifPresent(
            step ->
                lines.add(
                    (report.told().isPresent() ? "yet broken for other events: " : "broken: ")
                        + "%s `%s`: %s"
                            .formatted(words(step.link().name()), step.subject(), step.says())));
    report.did().forEach(deed -> lines.add(deed));
    if (report.did().isEmpty()) {
      lines.add("nothing was written");
    }
    return text(lines);
  }

  private static String text(List<String> lines) {
    return lines.stream().map(Visible::of).collect(Collectors.joining(System.lineSeparator()));
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
