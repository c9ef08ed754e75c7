package dev.tocsin.chain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null               | null                          | true
          null               | ""                            | true
          null               | []                            | true
          null               | {}                            | true
          null               | "a"                           | false
          null               | [1]                           | false
          null               | 0                             | false
          "a"                | "a"                           | true
          "a"                | "b"                           | false
          true               | true                          | true
          true               | "true"                        | false
          1                  | 1.0                           | true
          1                  | 2                             | false
          1                  | "1"                           | false
          [1, "a"]           | [1.0, "a"]                    | true
          [1, "a"]           | ["a", 1]                      | false
          [1]                | [1, 2]                        | false
          []                 | "a"                           | false
          {"a": 1}           | {"a": 1, "b": 2}              | true
          {"a": 1}           | {"b": 2}                      | false
          {"a": null}        | {"b": 2}                      | true
          {"a": {"b": [1]}}  | {"a": {"b": [1], "c": 2}}     | true
          {"a": 1}           | "{\\"a\\": 1, \\"b\\": 2}"    | true
          {"a": 1}           | "%7B%22a%22%3A%201%7D"        | true
          {"a": 1}           | "%7B%22a%22%3A%202%7D"        | false
          {"a": 1}           | "no JSON"                     | false
          {"a": 1}           | [1]                           | false
          """)
  void expectsWhatThePlanNamesAndNothingOfTheRest(String named, String found, boolean alike)
      throws Exception {
    Expectation is = new Expectation(read(List.of()), JSON.readTree(named), true, "");
    Expectation isNot = new Expectation(read(List.of()), JSON.readTree(named), false, "");

    assertThat(is.holds(JSON.readTree(found))).isEqualTo(alike);
    assertThat(isNot.holds(JSON.readTree(found))).isEqualTo(!alike);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "Policy"                     | {"Policy": "p"}                                             | "p"
          "Attributes", "Policy"       | {"Attributes": {"Policy": "p"}}                             | "p"
          "Tags", {"Key": "b"}, "Value" | {"Tags": [{"Key": "a", "Value": 1}, {"Key": "b", "Value": 2}]} | 2
          "Tags", {"Key": "c"}, "Value" | {"Tags": [{"Key": "a", "Value": 1}]}                        | nothing
          "Policy"                     | {}                                                          | nothing
          """)
  void findsThePartThatIsMeant(String at, String answer, String part) throws Exception {
    List<JsonNode> steps = new ArrayList<>();
    JSON.readTree("[" + at + "]").forEach(steps::add);

    assertThat(read(steps).in(JSON.readTree(answer)))
        .isEqualTo(part.equals("nothing") ? MissingNode.getInstance() : JSON.readTree(part));
  }

  @Test
  void whatDoesNotExistHasNothing() {
    List<JsonNode> at = List.of(JsonNodeFactory.instance.textNode("Policy"));

    assertThat(
            new Expectation(read(at), JsonNodeFactory.instance.nullNode(), true, "")
                .holds(MissingNode.getInstance()))
        .isTrue();
  }

  /** A whole plan, every member once. */
  @Test
  void aPlanHasOneJsonForm() throws JsonProcessingException {
    Read read =
        new Read(
            "sns",
            "GetTopicAttributes",
            JsonNodeFactory.instance.objectNode().put("TopicArn", "t"),
            List.of(JsonNodeFactory.instance.textNode("Attributes")));
    PlannedCall call =
        new PlannedCall(
            "eu-west-1",
            "sns",
            "SetTopicAttributes",
            JsonNodeFactory.instance.objectNode().put("AttributeName", "Policy"),
            java.util.Optional.of(read),
            "why",
            "keeps",
            List.of("vpc-changes"),
            List.of(
                new Expectation(read, JsonNodeFactory.instance.textNode("new"), true, "not done")),
            List.of(
                new Expectation(read, JsonNodeFactory.instance.textNode("old"), false, "moved")),
            List.of("InvalidParameter"));
    Plan plan =
        new Plan("111122223333", List.of(call), List.of("hand"), List.of("ring"), List.of("note"));

    String readJson =
        "{'service':'sns','operation':'GetTopicAttributes','parameters':{'TopicArn':'t'},'at':['Attributes']}";
    String json =
        """
        {'schema':'tocsin-plan/1','account':'111122223333','calls':[
          {'region':'eu-west-1','service':'sns','operation':'SetTopicAttributes','parameters':{'AttributeName':'Policy'},
           'rest':READ,'why':'why','keeps':'keeps','repairs':['vpc-changes'],
           'done':[{'read':READ,'is':'new','otherwise':'not done'}],
           'only':[{'read':READ,'isNot':'old','otherwise':'moved'}],
           'waitsOut':['InvalidParameter']}],
         'byHand':['hand'],'noise':['ring'],'notes':['note']}
        """
            .replace("READ", readJson)
            .replace('\'', '"');
    assertThat((JsonNode) PlanJson.of(plan)).isEqualTo(JSON.readTree(json));
  }

  private static Read read(List<JsonNode> at) {
    return new Read("sns", "GetTopicAttributes", JsonNodeFactory.instance.objectNode(), at);
  }
}
