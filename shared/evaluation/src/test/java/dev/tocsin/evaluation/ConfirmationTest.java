package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** AWS is asked what the verdict stands on, a few questions at most, and nothing else. */
class ConfirmationTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final Control CONTROL = CATALOG.find("vpc-changes").orElseThrow();

  private final List<String> asked = new ArrayList<>();

  @Test
  void requiredPatternAndAFewThatMissTheEventAreAskedAbout() throws Exception {
    Verdict verdict =
        judged(
            account("{ $.eventName = %s && $.awsRegion = \"x\" }", "d", "b", "a", "c"),
            Optional.empty());

    assertThat(asked.get(0)).isEqualTo(CONTROL.required().text());
    assertThat(asked.subList(1, asked.size()))
        .hasSize(3)
        .isSorted()
        .allMatch(pattern -> pattern.contains("awsRegion"));
    assertThat(verdict.notes()).doesNotContain("throttled");
  }

  @Test
  void onePatternOnSeveralFiltersIsOneQuestion() throws Exception {
    judged(account("{ $.eventName = CreateVpc }", "a", "b"), Optional.empty());

    assertThat(asked).containsExactly(CONTROL.required().text(), "{ $.eventName = CreateVpc }");
  }

  @Test
  void whatAwsCannotBeAskedIsANote() throws Exception {
    Verdict verdict = judged(account("{ $.eventName = CreateVpc }", "a"), Optional.of("throttled"));

    assertThat(verdict.notes()).contains("throttled");
  }

  @Test
  void aVerdictWithoutAMissedEventAsksNothing() throws Exception {
    judged(Accounts.json("good"), Optional.of("throttled"));

    assertThat(asked).isEmpty();
  }

  @Test
  void thatAwsDisagreesGoesThrough() throws Exception {
    ObjectNode account = account("{ $.eventName = CreateVpc }", "a");
    Confirmation.Replay disagreeing =
        (required, deployed, event) -> {
          throw new IllegalStateException("AWS says it matches");
        };

    assertThatThrownBy(() -> judge(account, disagreeing)).hasMessage("AWS says it matches");
  }

  private Verdict judged(ObjectNode account, Optional<String> answer) throws Exception {
    return judge(
        account,
        (required, deployed, event) -> {
          asked.add(required);
          asked.addAll(deployed);
          return answer;
        });
  }

  private static Verdict judge(ObjectNode account, Confirmation.Replay aws) throws Exception {
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(CATALOG, Map.of());
    return new ControlJudge().judge(CONTROL, parameters, Accounts.read(account), aws);
  }

  /** The good account with no other filters than these, each with its event. */
  private static ObjectNode account(String pattern, String... names) throws Exception {
    ObjectNode account = Accounts.json("good");
    ObjectNode region = (ObjectNode) account.at("/regions/us-east-1");
    ObjectNode example = (ObjectNode) region.path("metricFilters").get(0);
    ArrayNode filters = region.putArray("metricFilters");
    for (String name : names) {
      filters.add(
          example
              .deepCopy()
              .put("filterName", name)
              .put("filterPattern", pattern.formatted("CreateVpc || $.eventName = " + name)));
    }
    return account;
  }
}
