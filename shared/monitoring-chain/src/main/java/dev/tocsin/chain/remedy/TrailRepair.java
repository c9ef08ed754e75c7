package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a multi-Region trail log, and deliver to a log group; what {@code
 * Tocsin-DeliverTrailToCloudWatchLogs} does.
 */
final class TrailRepair {

  /** The log group made for a trail that has none; {@code calls.json} names it too. */
  static final String NEW_LOG_GROUP = "tocsin-cloudtrail";

  private final Snapshot snapshot;

  TrailRepair(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The own multi-Region trail that is nearest to delivering: with a log group first, then logging,
   * then by ARN.
   */
  Optional<Trail> chosen() {
    return multiRegion().stream()
        .filter(trail -> trail.owner().equals(snapshot.account()))
        .min(
            Comparator.comparing((Trail trail) -> !delivers(trail))
                .thenComparing(trail -> !trail.isLogging())
                .thenComparing(Trail::trailArn));
  }

  /** What a person does where there is no trail to repair. */
  String whyNone() {
    return multiRegion().stream()
        .findFirst()
        .map(
            trail ->
                "trail `%s` belongs to account %s: run this there"
                    .formatted(trail.name(), trail.owner()))
        .orElse(
            "there is no multi-Region trail: run Tocsin-CreateMultiRegionTrail with a bucket of yours "
                + "(a trail costs money, so no plan creates one)");
  }

  void repair(Trail trail, PlanBuilder plan) {
    String region = trail.homeRegion();
    if (!delivers(trail)) {
      deliver(trail, region, plan);
    }
    if (!trail.isLogging()) {
      plan.add(
          CallTemplates.call(
              "StartLogging",
              region,
              "trail `" + trail.name() + "` is stopped",
              Map.of("trailArn", trail.trailArn())));
    }
    if (delivers(trail) && trail.isLogging()) {
      plan.byHand(
          "trail `%s` logs and delivers; what else keeps it from carrying every event is its owner's to change"
              .formatted(trail.name()));
    }
  }

  private void deliver(Trail trail, String region, PlanBuilder plan) {
    String prefix = "arn:" + Arn.parse(trail.trailArn()).orElseThrow().partition() + ":";
    String account = snapshot.account();
    String groupArn = prefix + "logs:" + region + ":" + account + ":log-group:" + NEW_LOG_GROUP;
    String why = "trail `" + trail.name() + "` delivers to no log group";
    Map<String, Object> values =
        Map.of(
            "trailArn", trail.trailArn(),
            "logGroupArn", groupArn + ":*",
            "roleArn", prefix + "iam::" + account + ":role/tocsin-cloudtrail-to-logs",
            "trustPolicy", trust(account).toString(),
            "rolePolicy", write(groupArn + ":log-stream:*").toString());
    for (String call :
        List.of(
            "CreateLogGroup", "PutRetentionPolicy", "CreateRole", "PutRolePolicy", "UpdateTrail")) {
      plan.add(CallTemplates.call(call, region, why, values));
    }
  }

  private static JsonNode trust(String account) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode().put("Effect", "Allow");
    statement.putObject("Principal").put("Service", "cloudtrail.amazonaws.com");
    statement.put("Action", "sts:AssumeRole");
    statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", account);
    return document(statement);
  }

  private static JsonNode write(String streams) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode().put("Effect", "Allow");
    statement.putArray("Action").add("logs:CreateLogStream").add("logs:PutLogEvents");
    return document(statement.put("Resource", streams));
  }

  private static JsonNode document(ObjectNode statement) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement);
    return policy;
  }

  private List<Trail> multiRegion() {
    return snapshot.trails().stream().filter(Trail::multiRegion).toList();
  }

  private boolean delivers(Trail trail) {
    return trail
        .logGroup()
        .filter(arn -> arn.account().equals(snapshot.account()))
        .flatMap(arn -> logGroupName(trail))
        .filter(
            name ->
                snapshot.in(trail.homeRegion()).stream()
                    .flatMap(region -> region.logGroups().stream())
                    .anyMatch(group -> group.logGroupName().equals(name)))
        .isPresent();
  }

  /** The name in {@code arn:aws:logs:region:account:log-group:NAME:*}. */
  static Optional<String> logGroupName(Trail trail) {
    return trail.logGroup().flatMap(LogGroup::nameIn);
  }
}
