package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissedEventTest {

  private static final String TRAILS = "{ $.eventName = CreateTrail || $.eventName = StopLogging }";

  private static Coverage decide(Requirement requirement, String... deployed) {
    List<FilterPattern> filters = Arrays.stream(deployed).map(FilterPattern::of).toList();
    return new CoverageDecider().decide(requirement, filters);
  }

  private static Coverage.Missed missed(Requirement requirement, String... deployed) {
    return (Coverage.Missed) decide(requirement, deployed);
  }

  private static Requirement required(String text) {
    return Requirement.of("test", FilterPattern.of(text));
  }

  private static ObjectNode sample(String name) {
    ObjectNode sample = JsonNodeFactory.instance.objectNode();
    sample.put("eventSource", "cloudtrail.amazonaws.com").put("eventName", name);
    sample.putObject("userIdentity").put("type", "AssumedRole").put("userName", "carol");
    return sample.put("awsRegion", "us-east-1");
  }

  private static Requirement withSamples(String text, ObjectNode... samples) {
    return new Requirement("test", FilterPattern.of(text), List.of(), List.of(), List.of(samples));
  }

  @Test
  void isASampleAsItStandsIfOneIsMissed() {
    ObjectNode stop = sample("StopLogging");
    Coverage.Missed missed =
        missed(withSamples(TRAILS, sample("CreateTrail"), stop), "{ $.eventName = CreateTrail }");
    assertThat(missed.event()).isEqualTo(stop);
  }

  @Test
  void differsFromASampleOnlyWhereItMust() {
    Coverage.Missed missed =
        missed(
            withSamples(TRAILS, sample("StopLogging")),
            "{ $.eventName = * && $.awsRegion = us-east-1 }");
    assertThat(missed.event()).isEqualTo(sample("StopLogging").put("awsRegion", "eu-west-1"));
    assertThat(missed.because())
        .extracting(Exclusion::inWords)
        .containsExactly("`$.awsRegion = us-east-1` fails, `$.awsRegion` is `\"eu-west-1\"`");
  }

  @Test
  void takesTheValueThatADeployedPatternExcludes() {
    String arn = "arn:aws:iam::444455556666:role/Deployer";
    Coverage.Missed missed =
        missed(
            required(TRAILS), "{ $.eventName = \"*\" && $.userIdentity.arn != \"" + arn + "\" }");
    assertThat(missed.event().at("/userIdentity/arn").textValue()).isEqualTo(arn);
    assertThat(missed.event().get("eventName").textValue()).isEqualTo("CreateTrail");
  }

  @Test
  void isAWholeRecordWithoutAnySample() {
    ObjectNode event = missed(required(TRAILS), "{ $.eventName = CreateTrail }").event();
    for (String field :
        List.of(
            "eventVersion",
            "userIdentity",
            "eventTime",
            "eventSource",
            "eventName",
            "awsRegion",
            "sourceIPAddress",
            "userAgent",
            "requestID",
            "eventID",
            "eventType",
            "recipientAccountId")) {
      assertThat(event.has(field)).as(field).isTrue();
    }
    assertThat(event.get("eventName").textValue()).isEqualTo("StopLogging");
    assertThat(event.get("eventSource").textValue()).isEqualTo("cloudtrail.amazonaws.com");
  }

  @Test
  void namesOnlyTheFactsThatAreNeeded() {
    Fact source = fact("{ $.eventSource = cloudtrail.amazonaws.com }");
    Fact write = fact("{ $.readOnly IS FALSE }");
    Fact region = fact("{ $.awsRegion = * }");
    Requirement requirement =
        new Requirement(
            "test", FilterPattern.of(TRAILS), List.of(source, write, region), List.of(), List.of());
    assertThat(decide(requirement, TRAILS)).isEqualTo(new Coverage.Covered(List.of(), List.of()));
    assertThat(decide(requirement, "{ $.eventName = * && $.readOnly IS FALSE }"))
        .isEqualTo(new Coverage.Covered(List.of(write), List.of()));
    ObjectNode event = missed(requirement, "{ $.eventName = CreateTrail }").event();
    assertThat(write.holds().matches(event)).isTrue();
  }

  private static Fact fact(String text) {
    return new Fact("fact", FilterPattern.of(text), "test");
  }

  @Test
  void isNeverOneThatIsExempt() {
    Requirement requirement =
        new Requirement(
            "test",
            FilterPattern.of(TRAILS),
            List.of(),
            List.of(FilterPattern.of("{ $.eventName = StopLogging }")),
            List.of());
    assertThat(decide(requirement, "{ $.eventName = CreateTrail }"))
        .isInstanceOf(Coverage.Covered.class);
  }

  @Test
  void saysUnderWhichAssumptionRawTextCovers() {
    assertThat(((Coverage.Covered) decide(required(TRAILS), "CreateTrail", "StopLogging")))
        .matches(covered -> covered.assumptions().size() == 1);
  }

  @Test
  void isADefectIfATestContradictsItsCondition() {
    EventTest lies =
        new EventTest() {
          @Override
          public String text() {
            return "lies";
          }

          @Override
          public boolean matches(JsonNode event) {
            return true;
          }

          @Override
          public Condition condition() {
            return Condition.never();
          }
        };
    CoverageDecider decider = new CoverageDecider();
    assertThatThrownBy(() -> decider.decide(required(TRAILS), List.of(lies)))
        .isInstanceOf(EngineDefect.class);
  }
}
