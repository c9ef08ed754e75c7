package dev.tocsin.report.page;

import dev.tocsin.catalog.Frameworks;
import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.Report;
import dev.tocsin.report.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The page. */
public final class HtmlReport {
  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");
  private static final String SYMBOL = resource("symbol.svg");

  private HtmlReport() {}

  /** The whole document. */
  public static String of(Report report) {
    List<AccountSection> accounts = new ArrayList<>();
    for (AccountVerdicts account : report.accounts()) {
      accounts.add(new AccountSection(account, accounts.size() + 1));
    }
    boolean several = Totals.of(report).several();
    Html body =
        Html.all(
            top(),
            Html.of(
                "main",
                headline(report),
                several || accounts.isEmpty()
                    ? Overview.of(accounts, report.unread())
                    : Html.NOTHING,
                Html.of("h2", "Controls"),
                filters(),
                Html.all(accounts.stream().map(account -> account.html(several)).toList()),
                new Matrix(report).html(),
                several ? ControlFacts.ofAll(report) : Html.NOTHING),
            foot());
    return "<!DOCTYPE html>\n"
        + Html.of(
            "html",
            Html.Attributes.of("lang", "en"),
            head(title(report)),
            Html.of("body", body, Html.of("script", Html.ours(SCRIPT))));
  }

  private static String title(Report report) {
    return report.accounts().size() == 1
        ? "Tocsin: account " + report.accounts().get(0).account()
        : "Tocsin: " + report.accounts().size() + " accounts";
  }

  private static Html head(String title) {
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(digest(STYLE), digest(SCRIPT));
    return Html.of(
        "head",
        Html.ours("<meta charset=\"utf-8\">"),
        Html.ours("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">"),
        Html.ours("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
        Html.ours("<meta name=\"color-scheme\" content=\"light dark\">"),
        Html.of("title", title),
        Html.of("style", Html.ours(STYLE)));
  }

  private static Html top() {
    return Html.of(
        "header.top",
        Html.of("span.brand", Html.ours(SYMBOL), Html.text("Tocsin")),
        Html.of(
            "button.theme",
            Html.Attributes.of("type", "button", "id", "theme").and("hidden"),
            Html.text("light or dark")));
  }

  private static Html headline(Report report) {
    Totals totals = Totals.of(report);
    Totals.Controls controls = totals.controls();
    List<Html> figures = new ArrayList<>();
    figures.add(figure(State.HOLDS, controls.compliant(), "compliant"));
    figures.add(figure(State.BROKEN, controls.nonCompliant(), "not compliant"));
    if (controls.notApplicable() > 0) {
      figures.add(figure(State.NOT_REACHED, controls.notApplicable(), "decided elsewhere"));
    }
    if (totals.unread() > 0) {
      String accounts = totals.unread() == 1 ? "account not judged" : "accounts not judged";
      figures.add(figure(State.NOT_SHOWN, totals.unread(), accounts));
    }
    return Html.of(
        "section.headline",
        Html.of("p.question", "If a security event happened now, would a person be told?"),
        Html.of("h1", answer(totals)),
        Html.of("p.scope", scope(report, totals)),
        Html.of("ul.figures", Html.all(figures)));
  }

  /** Good only if nothing is broken and every account was judged. */
  private static String answer(Totals totals) {
    Totals.Controls controls = totals.controls();
    if (controls.nonCompliant() > 0) {
      return controls.nonCompliant() == controls.all() && totals.unread() == 0
          ? "Nobody would be told."
          : "Not always.";
    }
    if (totals.unread() > 0) {
      return "Not shown for every account.";
    }
    return controls.compliant() == 0 ? "Decided elsewhere." : "Somebody would be told.";
  }

  private static String scope(Report report, Totals totals) {
    if (report.accounts().isEmpty()) {
      return totals.accountsInWords();
    }
    List<String> benchmarks =
        report.accounts().stream()
            .map(account -> account.basis().parameters().benchmark().id())
            .distinct()
            .map(id -> Frameworks.title(id).orElse(id))
            .toList();
    String accounts =
        !totals.several()
            ? "Account "
                + report.accounts().get(0).account()
                + ", "
                + report.accounts().get(0).region()
            : totals.accountsInWords();
    String read =
        report.accounts().stream()
            .map(account -> account.basis().readAt())
            .max(Comparator.naturalOrder())
            .map(moment -> ", read " + moment)
            .orElse("");
    return accounts + ", by " + String.join(" and ", benchmarks) + read;
  }

  private static Html figure(State state, long number, String what) {
    return Html.of(
        "li.figure." + state.tone(),
        Html.of("span.number", state.sign(), Html.text(String.valueOf(number))),
        Html.of("span.what", what));
  }

  /** Hidden until the script, without which they would do nothing, shows them. */
  private static Html filters() {
    List<Html> outcomes = new ArrayList<>();
    outcomes.add(choice("", "all", true));
    for (ComplianceType type : ComplianceType.values()) {
      outcomes.add(choice(type.name(), State.word(type), false));
    }
    List<Html> severities = new ArrayList<>(List.of(option("", "any severity")));
    Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .forEach(severity -> severities.add(option(severity.id(), severity.id())));
    return Html.of(
        "div.filters",
        Html.Attributes.of("id", "filters", "role", "search").and("hidden"),
        Html.of(
            "div.choices",
            Html.Attributes.of("role", "group", "aria-label", "outcome"),
            Html.all(outcomes)),
        Html.of(
            "select",
            Html.Attributes.of("id", "severity", "aria-label", "severity"),
            Html.all(severities)),
        Html.ours(
            "<input id=\"search\" type=\"search\" aria-label=\"search\""
                + " placeholder=\"name, account or section\">"),
        Html.of("p.shown", Html.Attributes.of("id", "shown", "role", "status"), Html.NOTHING));
  }

  private static Html choice(String value, String text, boolean pressed) {
    return Html.of(
        "button.choice",
        Html.Attributes.of(
            "type", "button", "data-outcome", value, "aria-pressed", String.valueOf(pressed)),
        Html.text(text));
  }

  private static Html option(String value, String text) {
    return Html.of("option", Html.Attributes.of("value", value), Html.text(text));
  }

  private static Html foot() {
    return Html.of(
        "footer",
        "Made by tocsin "
            + Tool.inWords()
            + ". Compliant means shown: a chain from trail to person was decided to carry every event of the control.");
  }

  private static String resource(String name) {
    try (InputStream file = HtmlReport.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
