package dev.tocsin.infrastructure.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.infrastructure.BlueprintProblem;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Name: {Type: String, Default: alarms}
        Names: {Type: CommaDelimitedList, Default: 'a, b'}
        Unset: {Type: String}
        Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /topic}
      Mappings:
        Map: {One: {Two: found}}
      Conditions:
        Yes: !Equals [!Ref Name, alarms]
        No: !Not [!Condition Yes]
        Open: !Equals [!Ref Unset, a]
        Loop: !Condition Loop
      Resources:
        Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref Name}}
        Group: {Type: 'AWS::Logs::LogGroup'}
        Role: {Type: 'AWS::IAM::Role'}
        Subject: {Type: Any, Properties: {Value: %s}}
      Outputs:
        Topic: {Value: !Ref Topic, Export: {Name: exported}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Name|\"alarms\"",
        "{Ref: Names}|[\"a\",\"b\"]",
        "!Ref Topic|\"arn:aws-cn:sns:cn-north-1:111122223333:alarms\"",
        "!GetAtt Topic.TopicName|\"alarms\"",
        "!GetAtt [Topic, TopicArn]|\"arn:aws-cn:sns:cn-north-1:111122223333:alarms\"",
        "!GetAtt Group.Arn|\"arn:aws-cn:logs:cn-north-1:111122223333:log-group:stack-Group:*\"",
        "!Sub 'a-${Name}-${!Name}-${AWS::Partition}-${Topic.TopicName}'|\"a-alarms-${Name}-aws-cn-alarms\"",
        "!Sub ['${x}-${Name}', {x: !Ref AWS::Region}]|\"cn-north-1-alarms\"",
        "!Sub 'events.${AWS::URLSuffix}'|\"events.amazonaws.com.cn\"",
        "!Join [':', [a, !Ref Name, {'Fn::Select': [1, !Ref Names]}]]|\"a:alarms:b\"",
        "!Join ['-', !Ref Names]|\"a-b\"",
        "!Select ['1', !Split ['/', 'x/y/z']]|\"y\"",
        "!If [Yes, 1, 2]|1",
        "!If [No, 1, 2]|2",
        "!If [Open, same, same]|\"same\"",
        "[1, !If [No, 2, !Ref AWS::NoValue]]|[1]",
        "{a: !If [No, 2, !Ref AWS::NoValue], b: 3}|{\"b\":3}",
        "!FindInMap [Map, One, Two]|\"found\"",
        "!FindInMap [Map, One, Three, {DefaultValue: other}]|\"other\"",
        "!ImportValue exported|\"arn:aws-cn:sns:cn-north-1:111122223333:alarms\"",
        "!ToJsonString {a: !Ref Name}|`\"{\\\"a\\\":\\\"alarms\\\"}\"`",
        "!Length [a, b]|2",
        "000012345678|\"000012345678\"",
        "{Condition: {StringEquals: {a: !Ref Name}}}|{\"Condition\":{\"StringEquals\":{\"a\":\"alarms\"}}}"
      })
  void gives(String expression, String expected) throws Exception {
    assertThat(value(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Unset|depends on parameter `Unset`, which has no value",
        "!Ref Stored|depends on parameter `Stored`, which Systems Manager holds",
        "!Ref Nowhere|names `Nowhere`, which the template does not have",
        "!GetAtt Role.RoleId|is known only after deployment",
        "!Sub 'a-${Unset}'|depends on parameter `Unset`",
        "!Join ['-', [a, !Ref Unset]]|depends on parameter `Unset`",
        "!Select [5, !Ref Names]|selects element 5 of 2",
        "!If [Open, 1, 2]|depends on parameter `Unset`",
        "!If [Loop, 1, 2]|depends on condition `Loop`",
        "!If [Missing, 1, 2]|depends on condition `Missing`",
        "!FindInMap [Map, One, Three]|looks up `Map.One.Three`",
        "!ImportValue elsewhere|imports `elsewhere`",
        "!Base64 abc|uses `Fn::Base64`",
        "'{{resolve:ssm:topic}}'|is resolved only when it is deployed"
      })
  void doesNotKnow(String expression, String why) throws Exception {
    assertThat(Unknown.in(value(expression)).map(Unknown::why).orElse("known")).contains(why);
  }

  private static JsonNode value(String expression) throws BlueprintProblem {
    Template template = Template.read(TEMPLATE.formatted(expression), "stack.yaml");
    return Stacks.resources(List.of(template), Map.of(), "111122223333", "cn-north-1")
        .resources()
        .stream()
        .filter(resource -> resource.type().equals("Any"))
        .map(resource -> resource.get("Value"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resources: [|not YAML",
        "Topics: {}|expected a CloudFormation template with `Resources`, found none",
        "{Transform: Mine, Resources: {}}|transform `Mine` may change what is made",
        "{Resources: {'Fn::ForEach::Alarms': []}}|`Fn::ForEach::Alarms` is not expanded here",
        "{Resources: {A: {}, A: {}}}|stands there twice",
        "{Resources: {[a]: {}}}|expected names as keys",
        "{Resources: &r {A: *r}}|its anchors make more than"
      })
  void refuses(String template, String why) {
    assertThat(problem(() -> Template.read(template, "stack.yaml"))).contains(why);
  }

  private interface Reading {
    Object read() throws BlueprintProblem;
  }

  private static String problem(Reading reading) {
    try {
      return String.valueOf(reading.read());
    } catch (BlueprintProblem problem) {
      return problem.getMessage();
    }
  }

  @Test
  void jsonHasTheSameLines() throws Exception {
    String json =
        """
        {
        \t"Resources": {
        \t\t"Topic": {"Type": "AWS::SNS::Topic"}
        \t}
        }
        """;
    List<Resource> resources =
        Stacks.resources(
                List.of(Template.read(json, "s.json")), Map.of(), "111122223333", "eu-west-1")
            .resources();
    assertThat(resources.get(0).place().inWords()).isEqualTo("`Topic` (s.json:3)");
  }
}
