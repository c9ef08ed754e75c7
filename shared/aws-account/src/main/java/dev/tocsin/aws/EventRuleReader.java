package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Reads the EventBridge rules of a Region's default bus, the only one AWS services send to. */
final class EventRuleReader {
  private static final int MOST_A_PAGE = 100;

  private final AwsClients clients;

  EventRuleReader(AwsClients clients) {
    this.clients = clients;
  }

  /** The rules that react to events; those on a schedule are left out. */
  List<Rule> rules(String region) {
    EventBridgeClient events = clients.eventBridge(region);
    return ApiCall.readPages(
            "events:ListRules",
            "*",
            page -> events.listRules(request -> request.limit(MOST_A_PAGE).nextToken(page)),
            ListRulesResponse::nextToken)
        .stream()
        .flatMap(page -> page.rules().stream())
        .filter(rule -> rule.eventPattern() != null)
        .toList();
  }

  /**
   * A rule as the snapshot has it; those that AWS services manage are theirs, and so their targets.
   */
  ObjectNode read(String region, Rule rule) {
    ObjectNode read = SdkJson.object(rule);
    if (rule.managedBy() == null) {
      read.set("Targets", SdkJson.array(targets(clients.eventBridge(region), rule)));
    }
    return read;
  }

  private static List<Target> targets(EventBridgeClient events, Rule rule) {
    return ApiCall.readPages(
            "events:ListTargetsByRule",
            rule.arn(),
            page ->
                events.listTargetsByRule(
                    request -> request.rule(rule.name()).limit(MOST_A_PAGE).nextToken(page)),
            ListTargetsByRuleResponse::nextToken)
        .stream()
        .flatMap(page -> page.targets().stream())
        .toList();
  }
}
