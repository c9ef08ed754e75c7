package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What AWS Config sends for a custom rule, as far as it is read here; null where it is absent. Read
 * by hand: AWS's own class for it brings a second JSON library and a calendar, whose loading is a
 * good part of a cold start.
 *
 * @param resultToken the secret that lets the result be reported
 */
record RuleEvent(
    String accountId,
    String configRuleArn,
    String configRuleName,
    String invokingEvent,
    String ruleParameters,
    String resultToken) {

  /**
   * The event of an invocation.
   *
   * @throws BadInvocation if it is no JSON object
   * @throws IOException if it cannot be read to its end
   */
  static RuleEvent read(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    ObjectNode event = JsonObjects.parse("event", text);
    return new RuleEvent(
        event.path("accountId").textValue(),
        event.path("configRuleArn").textValue(),
        event.path("configRuleName").textValue(),
        event.path("invokingEvent").textValue(),
        event.path("ruleParameters").textValue(),
        event.path("resultToken").textValue());
  }

  /** The token is left out. */
  @Override
  public String toString() {
    return "RuleEvent[accountId=%s, configRuleArn=%s, configRuleName=%s]"
        .formatted(accountId, configRuleArn, configRuleName);
  }
}
