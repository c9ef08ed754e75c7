package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import java.util.Set;

/**
 * Trails. One without selectors keeps all management events (CloudTrail API reference,
 * PutEventSelectors), and CloudTrail refuses to make one whose role may not write to the log group
 * (CreateTrail, {@code InvalidCloudWatchLogsRoleArnException}), so the role is not looked into.
 */
final class TrailPart {
  private TrailPart() {}

  static void draw(Draft draft) {
    for (Resource trail : draft.of(Types.TRAIL)) {
      try {
        draft.trails().add(trail(draft, trail));
        draft.placed(trail.name(), trail);
      } catch (NotKnown notKnown) {
        draft.leaveOut(
            "trail",
            trail,
            notKnown,
            Set.of(trail.name(), draft.circumstances().account(), trail.region()));
      }
    }
  }

  private static ObjectNode trail(Draft draft, Resource trail) throws NotKnown {
    ObjectNode json = Draft.shaped(Trail.class, trail);
    json.put("Name", trail.name());
    json.put("TrailARN", draft.arn(trail));
    json.put("HomeRegion", trail.region());
    if (json.path("EventSelectors").isEmpty() && json.path("AdvancedEventSelectors").isEmpty()) {
      json.withArray("EventSelectors").addObject().put("ReadWriteType", "All");
    }
    if (trail.get("IsLogging").isPojo()) {
      throw new NotKnown("IsLogging", "is not known");
    }
    String now = draft.circumstances().now().toString();
    ObjectNode status = json.putObject("Status");
    boolean notSaid = trail.get("IsLogging").isMissingNode();
    status.put("IsLogging", notSaid || trail.text("IsLogging").equalsIgnoreCase("true"));
    status.put("StartLoggingTime", now).put("LatestCloudWatchLogsDeliveryTime", now);
    if (trail.get("CloudWatchLogsRoleArn").isMissingNode()) {
      status.put(
          "LatestCloudWatchLogsDeliveryError",
          "it has no role for CloudWatch Logs, and AWS makes no trail with a log group and without"
              + " a role");
    }
    return json;
  }
}
