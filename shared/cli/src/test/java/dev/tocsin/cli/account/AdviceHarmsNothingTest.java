package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every mend of a pattern that a fix prints, for the accounts of {@code field/}, the public modules
 * among them, and for the examples, made in the account: the control's filters then see everything,
 * and no other control of the benchmark is seen less well.
 *
 * <p>The build follows the advice of the cases, of two accounts and one in {@value #SAMPLE} of the
 * rest; {@code -Dtocsin.advice.all=true} follows all of it.
 */
class AdviceHarmsNothingTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final Path FIELD = ROOT.resolve("shared/cli/src/test/resources/field");
  private static final Path EXAMPLES = ROOT.resolve("shared/examples/accounts");
  private static final List<String> MODULES =
      List.of(
          "lza-all-enabled",
          "squareops-level1",
          "moj-member",
          "asht-samplecount",
          "module-a",
          "monitoring-iam-default-no-actions",
          "module-b-filters",
          "trailwatch-composite",
          "module-e-user-login");
  private static final int SAMPLE = 9;

  /** Whose filters serve several controls, so that the advice must spare some. */
  private static final List<String> WHOLE =
      List.of("guide-iam-config-sns-blog.json", "asht-samplecount.json");

  private final ControlCatalog catalog = ControlCatalog.load();
  private final ControlJudge judge = new ControlJudge(catalog);
  private final ControlJudge plain = new ControlJudge();
  private final Map<String, Verdict> known = new HashMap<>();
  private int replaced;
  private int created;
  private int spared;

  /** An account, a control, and how it is judged. */
  private record Asked(Path account, Control control, RuleParameters parameters) {}

  @Test
  void printedMendsSeeTheControlsEventsAndTakeNothingFromOthers() throws Exception {
    for (String line : Files.readAllLines(FIELD.resolve("cases.jsonl"))) {
      JsonNode one = Json.read(line, "case");
      if (one.path("right").asText().equals("NON_COMPLIANT")) {
        ObjectNode stated =
            one.has("parameters") ? (ObjectNode) one.get("parameters") : Json.object();
        follow(
            new Asked(
                FIELD.resolve("accounts/" + one.path("account").asText() + ".json"),
                catalog.find(one.path("control").asText()).orElseThrow(),
                parameters(stated)));
      }
    }
    List<Asked> others = others();
    for (int i = 0; i < others.size(); i++) {
      Asked asked = others.get(i);
      if (i % SAMPLE == 0
          || WHOLE.contains(asked.account().getFileName().toString())
          || Boolean.getBoolean("tocsin.advice.all")) {
        follow(asked);
      }
    }
    assertThat(replaced).isGreaterThan(5);
    assertThat(created).isGreaterThan(3);
    assertThat(spared).as("filters that serve another control").isPositive();
  }

  /** Every control of the newest benchmark, of the examples and of the modules. */
  private List<Asked> others() throws Exception {
    List<Path> accounts = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      files.sorted().forEach(accounts::add);
    }
    MODULES.forEach(name -> accounts.add(FIELD.resolve("accounts/" + name + ".json")));
    RuleParameters parameters = parameters(Json.object());
    return accounts.stream()
        .flatMap(
            account ->
                catalog.controls().stream()
                    .filter(control -> control.isIn(parameters.benchmark()))
                    .map(control -> new Asked(account, control, parameters)))
        .toList();
  }

  private RuleParameters parameters(ObjectNode stated) {
    return (RuleParameters) RuleParameters.parse(catalog, stated);
  }

  private void follow(Asked asked) throws Exception {
    ObjectNode account =
        (ObjectNode) Json.read(Files.readString(asked.account()), asked.account().toString());
    Verdict verdict = verdict(judge, asked.control(), asked.parameters(), account);
    Optional<PatternAdvice> advice = PatternAdvice.in(verdict);
    if (advice.isEmpty()) {
      return;
    }
    ObjectNode followed = account.deepCopy();
    advice.get().follow(verdict, followed);
    Verdict then = verdict(plain, asked.control(), asked.parameters(), followed);
    assertThat(then.findings())
        .as("%s: %s", asked, advice.get())
        .noneMatch(finding -> finding.link() == Link.METRIC_FILTER);
    if (advice.get().changes()) {
      othersAreAsGood(
          asked.account().toString(), asked.parameters(), asked.control(), account, followed);
      replaced++;
    } else {
      created++;
      boolean harmful =
          PatternAdvice.in(verdict(plain, asked.control(), asked.parameters(), account))
              .filter(PatternAdvice::changes)
              .isPresent();
      spared += harmful ? 1 : 0;
    }
  }

  private void othersAreAsGood(
      String name, RuleParameters parameters, Control control, ObjectNode before, ObjectNode after)
      throws Exception {
    for (Control other : catalog.controls()) {
      if (other.isIn(parameters.benchmark()) && !other.equals(control)) {
        Verdict then = known(name, other, parameters, before);
        if (then.findings().stream().noneMatch(finding -> finding.link() == Link.METRIC_FILTER)) {
          Verdict now = verdict(plain, other, parameters, after);
          assertThat(now.findings())
              .as("%s of %s, after the advice for %s", other.id(), name, control.id())
              .containsExactlyElementsOf(then.findings());
        }
      }
    }
  }

  private Verdict known(String name, Control control, RuleParameters parameters, ObjectNode account)
      throws Exception {
    String key = name + control.id() + parameters.texts();
    if (!known.containsKey(key)) {
      known.put(key, verdict(plain, control, parameters, account));
    }
    return known.get(key);
  }

  private static Verdict verdict(
      ControlJudge judge, Control control, RuleParameters parameters, ObjectNode account)
      throws Exception {
    return judge.judge(
        control, parameters, SnapshotJson.read(account, "account"), Confirmation.NOT_ASKED);
  }
}
