package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * An EventBridge rule: what {@code list-rules} says, with its targets put in.
 *
 * @param eventBusName absent means {@code default}
 * @param state {@code ENABLED}, {@code DISABLED} or {@code
 *     ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS}
 * @param eventPattern JSON text, null for scheduled rules
 * @param managedBy the AWS service that made the rule, null iff none
 * @param denied IAM actions that were refused for this rule, for example {@code
 *     events:ListTargetsByRule}
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record EventRule(
    @JsonProperty(required = true) String name,
    String arn,
    String eventBusName,
    String state,
    String eventPattern,
    List<Target> targets,
    String managedBy,
    List<String> denied) {

  public EventRule {
    eventBusName = eventBusName == null ? "default" : eventBusName;
    targets = Lists.orEmpty(targets);
    denied = Lists.orEmpty(denied);
  }

  /**
   * What the rule invokes.
   *
   * @param roleArn null iff EventBridge acts as itself
   * @param input constant text sent instead of the event, null iff none
   * @param inputPath the part of the event that is sent, null iff all of it
   * @param inputTransformer a text made of parts of the event, null iff none is made
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Target(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) String arn,
      String roleArn,
      String input,
      String inputPath,
      InputTransformer inputTransformer) {}

  /**
   * A text made of parts of the event.
   *
   * @param inputPathsMap the parts by the names the template gives them
   * @param inputTemplate the text, with the names in angle brackets
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record InputTransformer(Map<String, String> inputPathsMap, String inputTemplate) {
    public InputTransformer {
      inputPathsMap = Lists.orEmpty(inputPathsMap);
    }
  }
}
