package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.ParseProblem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Machine;

/**
 * Runs every {@code event-pattern.json} through the matcher that EventBridge itself uses: it sees
 * the records that raise the alarm and none that stay silent.
 */
class EventPatternsTest {

  /** How EventBridge names the records of a trail, by their {@code eventType}. */
  private static final Map<String, String> DETAIL_TYPES =
      Map.of(
          "AwsApiCall", "AWS API Call via CloudTrail",
          "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail",
          "AwsConsoleAction", "AWS Console Action via CloudTrail",
          "AwsServiceEvent", "AWS Service Event via CloudTrail");

  static Stream<RuleFolder> withEventPattern() {
    return RuleFolder.all().filter(folder -> folder.control().eventPattern().isPresent());
  }

  @ParameterizedTest
  @MethodSource("withEventPattern")
  void eventPatternAgreesWithTheRequiredPattern(RuleFolder folder) throws Exception {
    Machine rule = Machine.builder().build();
    rule.addRule("rule", folder.control().eventPattern().orElseThrow().toString());
    for (Example example : folder.raisesAlarm()) {
      assertThat(rule.rulesForJSONEvent(sent(folder, example).toString()))
          .as("%s sees %s", folder.name("event-pattern.json"), folder.name(example.file()))
          .isNotEmpty();
    }
    for (Example example : folder.staysSilent()) {
      assertThat(rule.rulesForJSONEvent(sent(folder, example).toString()))
          .as("%s sees %s", folder.name("event-pattern.json"), folder.name(example.file()))
          .isEmpty();
    }
  }

  /** Guides print event patterns too; as filter patterns they are none. */
  @ParameterizedTest
  @MethodSource("withPublishedEventPattern")
  void publishedEventPatternMissesARecord(RuleFolder folder) throws Exception {
    for (PublishedPattern text : published(folder).toList()) {
      Machine rule = Machine.builder().build();
      rule.addRule("rule", text.text());
      int seen = 0;
      for (Example example : folder.raisesAlarm()) {
        seen += rule.rulesForJSONEvent(sent(folder, example).toString()).size();
      }
      assertThat(seen)
          .as(
              "records that %s sees, which has a defect",
              folder.name("published/" + text.name() + ".pattern"))
          .isLessThan(folder.raisesAlarm().size());
      assertThat(text.defect()).isPresent();
    }
  }

  static Stream<RuleFolder> withPublishedEventPattern() {
    return RuleFolder.all().filter(folder -> published(folder).findAny().isPresent());
  }

  private static Stream<PublishedPattern> published(RuleFolder folder) {
    return folder.control().published().stream()
        .filter(text -> text.pattern() instanceof ParseProblem && text.text().startsWith("{\""));
  }

  /** The event as EventBridge receives it: a trail's record comes inside an envelope. */
  private static ObjectNode sent(RuleFolder folder, Example example) {
    if (!folder.control().isSeenByTrails()) {
      return example.event();
    }
    String eventSource = example.event().path("eventSource").asText();
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", "aws." + eventSource.substring(0, eventSource.indexOf('.')))
        .put("detail-type", DETAIL_TYPES.get(example.event().path("eventType").asText()))
        .set("detail", example.event());
  }
}
