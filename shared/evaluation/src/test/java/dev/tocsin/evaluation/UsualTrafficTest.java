package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What also rings on the usual events of an account is named, and the verdict stays. */
class UsualTrafficTest {

  private static final FilterPattern KEY_DELETION =
      FilterPattern.of(
          "{ $.eventSource = kms.amazonaws.com && $.eventName = ScheduleKeyDeletion }");

  private static List<String> notes(Link link, ObjectNode settings, FilterPattern required) {
    Evidence evidence = new Evidence(link, "mine", "eu-west-1", "matches the events", settings);
    Verdict verdict =
        new Verdict(
            "a-control",
            ComplianceType.COMPLIANT,
            List.of(),
            List.of(evidence),
            Optional.empty(),
            List.of());
    Verdict noted = UsualTraffic.noted(verdict, required);
    assertThat(noted.complianceType()).isEqualTo(verdict.complianceType());
    return noted.notes();
  }

  private static ObjectNode settings() {
    return JsonNodeFactory.instance.objectNode();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.eventSource = kms.amazonaws.com }        | all day on every `Decrypt` of `kms.amazonaws.com`
          { $.eventSource = signin.amazonaws.com }     | every day on every `GetSigninToken` of `signin.amazonaws.com`
          { $.eventName = PutRetentionPolicy }         | with deployments on every `PutRetentionPolicy` of `logs.amazonaws.com`
          { $.errorCode = * }                          | all day on every `GetBucketPolicy` of `s3.amazonaws.com` with `AccessDenied`
          """)
  void filterThatSeesMoreIsTold(String pattern, String rings) {
    assertThat(notes(Link.METRIC_FILTER, settings().put("filterPattern", pattern), KEY_DELETION))
        .singleElement()
        .asString()
        .startsWith("filter `mine` also rings " + rings);
  }

  @Test
  void oneMoreEventIsNoCountAndSeveralAreOne() {
    String one = "{ $.eventName = PutRetentionPolicy }";
    String many = "{ $.errorCode = * }";

    assertThat(notes(Link.METRIC_FILTER, settings().put("filterPattern", one), KEY_DELETION).get(0))
        .doesNotContain("more usual events");
    assertThat(
            notes(Link.METRIC_FILTER, settings().put("filterPattern", many), KEY_DELETION).get(0))
        .matches(".* and [1-9]\\d* more usual events.*");
  }

  @Test
  void whatTheControlAsksForIsNeverHeldAgainstAFilter() {
    FilterPattern denied = FilterPattern.of("{ $.errorCode = \"*\" }");
    ObjectNode same = settings().put("filterPattern", "{ $.errorCode = AccessDenied }");
    assertThat(notes(Link.METRIC_FILTER, same, denied)).isEmpty();
    assertThat(
            notes(
                Link.METRIC_FILTER,
                settings().put("filterPattern", KEY_DELETION.text()),
                KEY_DELETION))
        .isEmpty();
  }

  @Test
  void ruleRingsOnReadsOnlyWhereItIsShownThem() {
    ObjectNode rule =
        settings()
            .put(
                "EventPattern",
                "{\"detail\":{\"eventSource\":[\"secretsmanager.amazonaws.com\"],\"eventName\":[\"GetSecretValue\"]}}");
    assertThat(notes(Link.EVENT_RULE, rule.deepCopy().put("State", "ENABLED"), KEY_DELETION))
        .isEmpty();
    assertThat(
            notes(
                Link.EVENT_RULE,
                rule.put("State", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
                KEY_DELETION))
        .singleElement()
        .asString()
        .startsWith("event rule `mine` also rings all day on every `GetSecretValue`");
  }
}
