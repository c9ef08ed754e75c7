package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every pattern that a fix prints, for the accounts of {@code field/}, put into the account: the
 * control's filters then see everything, and no other control of the benchmark is seen less well.
 */
class AdviceHarmsNothingTest {
  private static final Path FIELD =
      Path.of(System.getProperty("tocsin.root"), "shared/cli/src/test/resources/field");
  private static final Pattern FIX =
      Pattern.compile("(set its pattern to|create a filter with) `(\\{.*?})`.*");

  private final ControlCatalog catalog = ControlCatalog.load();
  private final ControlJudge judge = new ControlJudge(catalog);
  private final ControlJudge plain = new ControlJudge();
  private final Map<String, Verdict> known = new HashMap<>();

  /** A pattern that a finding tells to deploy. */
  private record Advice(Finding finding, boolean replaces, String pattern) {}

  @Test
  void printedPatternsSeeTheControlsEventsAndTakeNothingFromOthers() throws Exception {
    int replaced = 0;
    int created = 0;
    int spared = 0;
    for (String line : Files.readAllLines(FIELD.resolve("cases.jsonl"))) {
      JsonNode one = Json.read(line, "case");
      if (!one.path("right").asText().equals("NON_COMPLIANT")) {
        continue;
      }
      RuleParameters parameters =
          (RuleParameters)
              RuleParameters.parse(
                  catalog,
                  one.has("parameters") ? (ObjectNode) one.get("parameters") : Json.object());
      String name = one.path("account").asText();
      ObjectNode account = account(name);
      Control control = catalog.find(one.path("control").asText()).orElseThrow();
      Verdict verdict = verdict(judge, control, parameters, account);
      Optional<Advice> advice = advice(verdict);
      if (advice.isEmpty()) {
        continue;
      }
      ObjectNode followed = account.deepCopy();
      follow(advice.get(), verdict, followed);
      Verdict then = verdict(plain, control, parameters, followed);
      assertThat(then.findings())
          .as("%s: %s", line, advice.get())
          .noneMatch(finding -> finding.link() == Link.METRIC_FILTER);
      if (advice.get().replaces()) {
        othersAreAsGood(name, parameters, control, account, followed);
        replaced++;
      } else {
        created++;
        boolean harmful =
            advice(verdict(plain, control, parameters, account))
                .filter(Advice::replaces)
                .isPresent();
        spared += harmful ? 1 : 0;
      }
    }
    assertThat(replaced).isGreaterThan(5);
    assertThat(created).isGreaterThan(5);
    assertThat(spared).as("filters that serve another control").isPositive();
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

  private static Optional<Advice> advice(Verdict verdict) {
    for (Finding finding : verdict.findings()) {
      Matcher fix = FIX.matcher(finding.fix());
      if (fix.matches()) {
        return Optional.of(new Advice(finding, fix.group(1).startsWith("set"), fix.group(2)));
      }
    }
    return Optional.empty();
  }

  private static void follow(Advice advice, Verdict verdict, ObjectNode account) {
    Evidence group =
        verdict.chain().stream()
            .filter(link -> link.link() == Link.LOG_GROUP)
            .findFirst()
            .orElseThrow();
    ObjectNode region = (ObjectNode) account.path("regions").path(group.region());
    if (advice.replaces()) {
      List<JsonNode> filters = new ArrayList<>();
      region.path("metricFilters").forEach(filters::add);
      ObjectNode filter =
          (ObjectNode)
              filters.stream()
                  .filter(
                      one ->
                          one.path("filterName").asText().equals(advice.finding().subject())
                              && one.path("logGroupName").asText().equals(group.subject()))
                  .findFirst()
                  .orElseThrow();
      filter.put("filterPattern", advice.pattern());
    } else {
      ObjectNode filter = region.withArray("metricFilters").addObject();
      filter
          .put("filterName", "advised")
          .put("logGroupName", group.subject())
          .put("filterPattern", advice.pattern());
      filter
          .putArray("metricTransformations")
          .addObject()
          .put("metricName", "advised")
          .put("metricNamespace", "advised")
          .put("metricValue", "1");
    }
  }

  private static ObjectNode account(String name) throws Exception {
    Path file = FIELD.resolve("accounts").resolve(name + ".json");
    return (ObjectNode) Json.read(Files.readString(file), name);
  }
}
