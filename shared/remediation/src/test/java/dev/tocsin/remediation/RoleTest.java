package dev.tocsin.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The role of the SSM documents against the calls and the reads of all plans of the cases. */
class RoleTest {

  /** What AWS asks for beside: tags given with a call, a role handed on, and the other steps. */
  private static final Set<String> BESIDE =
      Set.of(
          "cloudtrail:AddTags",
          "cloudwatch:TagResource",
          "config:DescribeConfigRules",
          "config:GetComplianceDetailsByConfigRule",
          "config:StartConfigRulesEvaluation",
          "events:TagResource",
          "iam:PassRole",
          "lambda:InvokeFunction",
          "logs:TagResource",
          "sns:TagResource");

  @Test
  void theRoleAllowsWhatPlansHoldAndNothingElse() throws Exception {
    Set<String> held = new TreeSet<>(BESIDE);
    for (AccountCase one : AccountCase.in("plans.json").toList()) {
      var account = one.account();
      new Planner(AccountCase.JUDGE)
          .plan(
              account, List.of(one.evaluation(account)), one.parameters(), asADocument(one.means()))
          .calls()
          .forEach(call -> held.addAll(actions(call)));
    }
    assertThat(actionsOfTheRole()).isEqualTo(held);
  }

  @Test
  void theRoleWritesNoRole() throws Exception {
    assertThat(actionsOfTheRole())
        .filteredOn(action -> action.startsWith("iam:"))
        .containsExactly("iam:PassRole");
  }

  /** A document hands the stack's role on, and makes none. */
  private static Means asADocument(Means means) {
    return new Means(
        means.topicArn(),
        means.email(),
        means.keyId(),
        means.trailBucket(),
        Optional.of("arn:aws:iam::111122223333:role/tocsin-DeliveryRole-1A2B3C"));
  }

  private static List<String> actions(PlannedCall call) {
    return Stream.concat(
            Stream.of(call.name()),
            Stream.concat(
                Stream.concat(call.done().stream(), call.only().stream())
                    .map(Expectation::read)
                    .map(Read::name),
                call.rest().map(Read::name).stream()))
        .toList();
  }

  private static Set<String> actionsOfTheRole() throws IOException {
    Path role = Path.of(System.getProperty("tocsin.root"), "cloudformation/remediation/role.json");
    Set<String> actions = new TreeSet<>();
    for (JsonNode statement : new ObjectMapper().readTree(role.toFile())) {
      statement.path("actions").forEach(action -> actions.add(action.asText()));
    }
    return actions;
  }
}
