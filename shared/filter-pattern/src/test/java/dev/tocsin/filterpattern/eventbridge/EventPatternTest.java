package dev.tocsin.filterpattern.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Machine;

class EventPatternTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void answersAsAwssOwnMatcher() throws Exception {
    Random random = new Random(5);
    RandomEventPatterns inputs = new RandomEventPatterns(random);
    int matches = 0;
    for (int i = 0; i < 800; i++) {
      String text = inputs.pattern().toString();
      EventPattern pattern = parsed(text);
      Machine machine = Machine.builder().build();
      machine.addRule("rule", text);
      for (int j = 0; j < 8; j++) {
        ObjectNode record = inputs.record();
        boolean expected = !machine.rulesForJSONEvent(envelope(record).toString()).isEmpty();
        assertThat(pattern.matches(record)).as("%s on %s", text, record).isEqualTo(expected);
        matches += expected ? 1 : 0;
      }
    }
    assertThat(matches).isBetween(300, 5_000);
  }

  @Test
  void theConditionIsTrueOnlyWhereThePatternMatchesAndFalseOnlyWhereNot() {
    Random random = new Random(6);
    RandomEventPatterns inputs = new RandomEventPatterns(random);
    int unknown = 0;
    for (int i = 0; i < 800; i++) {
      EventPattern pattern = parsed(inputs.pattern().toString());
      var condition = pattern.condition();
      for (int j = 0; j < 8; j++) {
        ObjectNode record = inputs.record();
        Truth truth = Truth.of(condition, record, WildcardReading.LEFTMOST);
        if (truth == Truth.UNKNOWN) {
          unknown++;
        } else {
          assertThat(truth == Truth.TRUE)
              .as("%s on %s", pattern.text(), record)
              .isEqualTo(pattern.matches(record));
        }
      }
    }
    assertThat(unknown).isLessThan(700);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void namesWhatIsWrongAndHowToCorrectIt(String row) {
    String[] cells = row.split("\t", -1);

    assertThat(EventPattern.parse(cells[0]))
        .isEqualTo(new EventPatternProblem(cells[0], cells[1], cells[2], cells[3], cells[4]));
  }

  @Test
  void oneLineSaysItAll() {
    EventPatternProblem problem =
        (EventPatternProblem) EventPattern.parse("{\"detail\":{\"eventName\":\"StopLogging\"}}");

    assertThat(problem.message())
        .isEqualTo(
            "at `detail.eventName`: expected an object or an array with a value, found"
                + " `\"StopLogging\"`. Fix: put the value into an array: [\"StopLogging\"]");
  }

  @Test
  void isItsText() {
    EventPattern pattern = parsed("{\"source\":[\"aws.iam\"]}");

    assertThat(pattern)
        .isEqualTo(parsed("{\"source\":[\"aws.iam\"]}"))
        .hasSameHashCodeAs(parsed("{\"source\":[\"aws.iam\"]}"))
        .isNotEqualTo(parsed("{\"source\":[\"aws.s3\"]}"))
        .hasToString("`{\"source\":[\"aws.iam\"]}`");
  }

  @Test
  void asksWholeEventsAsABusDoes() throws IOException {
    EventTest test = parsed("{\"source\":[\"aws.config\"]}").onWholeEvents();

    assertThat(test.text()).isEqualTo("{\"source\":[\"aws.config\"]}");
    assertThat(test.matches(MAPPER.readTree("{\"source\":\"aws.config\"}"))).isTrue();
    assertThat(test.matches(MAPPER.readTree("{\"source\":\"aws.ec2\"}"))).isFalse();
    assertThat(test.exclusion(MAPPER.createObjectNode()).inWords()).contains(test.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"detail":{"eventName":["A"]}} | {"eventName":"B"} | `detail.eventName` asks for `["A"]`, `detail.eventName` is `"B"`
          {"detail":{"x":{"y":["A"]}}}   | {"x":{"z":1}}     | `detail.x.y` asks for `["A"]`, `detail.x.y` is missing
          {"detail":{"x":{"y":["A"]}}}   | {"eventName":"B"} | `detail.x.y` asks for `["A"]`, `detail.x.y` is missing
          """)
  void namesTheKeyThatExcludes(String text, String record, String told) throws IOException {
    assertThat(parsed(text).exclusion(MAPPER.readTree(record)).inWords()).isEqualTo(told);
  }

  @Test
  void cutsWhatAKeyAsksForAndWhatItFinds() throws IOException {
    String most = "x".repeat(76);
    EventPattern pattern = parsed("{\"detail\":{\"a\":[\"" + most + "\"]}}");
    EventPattern longer = parsed("{\"detail\":{\"a\":[\"" + most + "y\"]}}");
    JsonNode record = MAPPER.readTree("{\"a\":\"" + "z".repeat(100) + "\"}");

    assertThat(pattern.exclusion(record).inWords())
        .isEqualTo(
            "`detail.a` asks for `[\"%s\"]`, `detail.a` is `\"%s…`"
                .formatted(most, "z".repeat(79)));
    assertThat(longer.exclusion(record).inWords()).contains("`[\"" + most + "y\"…`");
  }

  @Test
  void tracesTheEnvelopeBackToTheRecord() throws IOException {
    String text =
        "{\"source\":[\"aws.signin\"],\"detail-type\":[\"AWS Console Sign In via CloudTrail\"],"
            + "\"account\":[\"111122223333\"],\"region\":[\"us-east-1\"],"
            + "\"detail\":{\"eventName\":[\"ConsoleLogin\"]}}";
    EventPattern pattern = parsed(text);
    ObjectNode login =
        (ObjectNode)
            MAPPER.readTree(
                "{\"eventName\":\"ConsoleLogin\",\"eventSource\":\"signin.amazonaws.com\","
                    + "\"eventType\":\"AwsConsoleSignIn\",\"recipientAccountId\":\"111122223333\","
                    + "\"awsRegion\":\"us-east-1\"}");

    assertThat(pattern.matches(login)).isTrue();
    for (String field :
        List.of("eventName", "eventSource", "eventType", "recipientAccountId", "awsRegion")) {
      ObjectNode changed = login.deepCopy().put(field, "other");
      assertThat(pattern.matches(changed)).as(field).isFalse();
      assertThat(Truth.of(pattern.condition(), changed, WildcardReading.GLOB))
          .isEqualTo(Truth.FALSE);
    }
    assertThat(Truth.of(pattern.condition(), login, WildcardReading.GLOB)).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource({
    "aws., TRUE",
    "a, TRUE",
    "aws.e, TRUE",
    "aws.ec2, TRUE",
    "aws.ec2x, FALSE",
    "aws.s3, FALSE",
    "my., FALSE",
    "awsx, FALSE"
  })
  void readsTheBeginningOfASource(String prefix, Truth expected) throws IOException {
    EventPattern pattern = parsed("{\"source\":[{\"prefix\":\"" + prefix + "\"}]}");
    JsonNode record = MAPPER.readTree("{\"eventSource\":\"ec2.amazonaws.com\"}");

    assertThat(Truth.of(pattern.condition(), record, WildcardReading.GLOB)).isEqualTo(expected);
    assertThat(pattern.matches(record)).isEqualTo(expected == Truth.TRUE);
  }

  @Test
  void claimsNothingAboutWhatTheRecordDoesNotTell() throws IOException {
    JsonNode record =
        MAPPER.readTree(
            "{\"eventType\":\"AwsConsoleAction\",\"eventSource\":\"ec2.amazonaws.com\"}");

    for (String pattern :
        List.of(
            "{\"id\":[{\"prefix\":\"a\"}]}",
            "{\"resources\":[\"arn:aws:ec2:us-east-1:111122223333:instance/i-1\"]}",
            "{\"detail-type\":[{\"suffix\":\"via CloudTrail\"}]}")) {
      assertThat(Truth.of(parsed(pattern).condition(), record, WildcardReading.GLOB))
          .as(pattern)
          .isEqualTo(Truth.UNKNOWN);
    }
  }

  @Test
  @Timeout(20)
  void hostileNestingEndsInAnAnswer() {
    String leaf = "{\"x\":[\"1\"],\"y\":[{\"exists\":false},\"2\"],\"z\":[{\"wildcard\":\"*a*\"}]}";
    for (int depth : new int[] {1, 3, 6, 200}) {
      String text = "{\"detail\":" + "{\"a\":".repeat(depth) + leaf + "}".repeat(depth) + "}";
      Coverage coverage =
          new CoverageDecider()
              .decide(
                  Requirement.of("any", FilterPattern.of("{ $.eventName = x }")),
                  List.of(parsed(text)));
      assertThat(coverage).as("depth %d", depth).isNotInstanceOf(Coverage.Covered.class);
    }
  }

  @Test
  void filtersAndRulesCoverTogether() {
    EventTest filter = FilterPattern.of("{ $.eventName = StopLogging }");
    EventTest rule =
        parsed(
            "{\"source\":[\"aws.cloudtrail\"],\"detail-type\":[\"AWS API Call via CloudTrail\"],"
                + "\"detail\":{\"eventName\":[{\"prefix\":\"Delete\"}]}}");
    Requirement required =
        Requirement.of(
            "trail",
            FilterPattern.of(
                "{ ($.eventName = StopLogging || $.eventName = DeleteTrail) && $.eventSource ="
                    + " cloudtrail.amazonaws.com && $.eventType = AwsApiCall }"));

    CoverageDecider decider = new CoverageDecider();
    assertThat(decider.decide(required, List.of(filter, rule)))
        .isInstanceOf(Coverage.Covered.class);
    assertThat(decider.decide(required, List.of(filter))).isInstanceOf(Coverage.Missed.class);
    assertThat(decider.decide(required, List.of(rule))).isInstanceOf(Coverage.Missed.class);
  }

  static List<String> problems() throws IOException {
    try (InputStream in = EventPatternTest.class.getResourceAsStream("/eventbridge/problems.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static EventPattern parsed(String text) {
    ParsedEventPattern parsed = EventPattern.parse(text);
    assertThat(parsed).as(text).isInstanceOf(EventPattern.class);
    return (EventPattern) parsed;
  }

  private static ObjectNode envelope(ObjectNode record) {
    boolean call = record.get("eventType").asText().equals("AwsApiCall");
    ObjectNode event = MAPPER.createObjectNode();
    event.put("source", "aws." + record.get("eventSource").asText().replace(".amazonaws.com", ""));
    event.put(
        "detail-type", call ? "AWS API Call via CloudTrail" : "AWS Service Event via CloudTrail");
    event.set("account", record.get("recipientAccountId"));
    event.set("detail", record);
    return event;
  }
}
