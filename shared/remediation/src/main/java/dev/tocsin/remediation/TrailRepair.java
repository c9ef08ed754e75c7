package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the judged trail log, and deliver to a log group; makes a trail where there is none. */
final class TrailRepair {

  private final Means means;

  TrailRepair(Means means) {
    this.means = means;
  }

  static String newTrailArn(String account, String region) {
    return "arn:%s:cloudtrail:%s:%s:trail/%s"
        .formatted(Partition.of(region).id(), region, account, OwnNames.TRAIL);
  }

  /**
   * With what can be repaired of the trail; whether that is enough, the judge says.
   *
   * @throws ByHand if the trail, or its log group, is somebody else's
   */
  Draft repaired(Draft draft, JudgedChain chain) throws ByHand {
    Optional<Trail> judged = chain.trail();
    boolean none = draft.account().trails().stream().noneMatch(Trail::multiRegion);
    if (none && (judged.isEmpty() || means.trailBucket().isPresent())) {
      return created(draft);
    }
    Trail trail = judged.orElseThrow(() -> new ByHand("no trail is named by the verdict"));
    if (!trail.owner().equals(draft.account().account())) {
      throw new ByHand(
          "trail `%s` belongs to account %s: run this there"
              .formatted(trail.name(), trail.owner()));
    }
    Draft delivers =
        delivers(draft, trail) ? draft : delivering(draft, trail, List.of(stillAsRead(trail)));
    return trail.isLogging() || trail.status() == null ? delivers : started(delivers, trail);
  }

  private Draft created(Draft draft) throws ByHand {
    String bucket =
        means
            .trailBucket()
            .orElseThrow(
                () ->
                    new ByHand(
                        "there is no multi-Region trail: name a bucket of yours for one (`--trail-bucket`; a trail costs money, so none is made unasked)"));
    String region = draft.account().region();
    String arn = newTrailArn(draft.account().account(), region);
    Draft with =
        draft.with(
            CallTemplates.call(
                "CreateTrail",
                region,
                "there is no multi-Region trail",
                Map.of("bucket", bucket),
                List.of(Checks.done(listed(arn), Map.of())),
                List.of()));
    Trail made =
        with.account().trails().stream()
            .filter(trail -> trail.trailArn().equals(arn))
            .findFirst()
            .orElseThrow();
    return delivering(started(with, made), made, List.of());
  }

  private static Draft started(Draft draft, Trail trail) {
    String arn = trail.trailArn();
    return draft.with(
        CallTemplates.call(
            "StartLogging",
            trail.homeRegion(),
            "trail `" + trail.name() + "` is stopped",
            Map.of("trailArn", arn),
            List.of(
                Checks.done(
                    Checks.read("cloudtrail", "GetTrailStatus", Map.of("Name", arn), "IsLogging"),
                    true)),
            List.of()));
  }

  /**
   * Whether it delivers to a log group that is there.
   *
   * @throws ByHand if it delivers to what is not this account's to change
   */
  private static boolean delivers(Draft draft, Trail trail) throws ByHand {
    if (!trail.namesLogGroup()) {
      return false;
    }
    String named = trail.cloudWatchLogsLogGroupArn();
    Optional<Arn> arn = trail.logGroup().filter(one -> LogGroup.nameIn(one).isPresent());
    if (arn.isEmpty()) {
      throw new ByHand(
          "trail `%s` names `%s`, which is no log group: give it one that exists"
              .formatted(trail.name(), named));
    }
    if (!arn.get().account().equals(draft.account().account())) {
      throw new ByHand(
          "trail `%s` delivers to a log group of account %s, which keeps it: evaluate that account, or decide to let the trail deliver here"
              .formatted(trail.name(), arn.get().account()));
    }
    if (!arn.get().region().equals(trail.homeRegion())) {
      throw new ByHand(
          "trail `%s` names a log group in `%s`, which it does not deliver to: give it one in `%s`"
              .formatted(trail.name(), arn.get().region(), trail.homeRegion()));
    }
    String name = LogGroup.nameIn(arn.get()).orElseThrow();
    return draft.account().in(trail.homeRegion()).stream()
        .anyMatch(
            region ->
                region.logGroups().stream().anyMatch(one -> one.logGroupName().equals(name))
                    || region.metricFilters().stream()
                        .anyMatch(one -> one.logGroupName().equals(name)));
  }

  /**
   * With delivery to a log group of ours.
   *
   * @param only what must be true of the trail just before it is given the group
   */
  private Draft delivering(Draft draft, Trail trail, List<Expectation> only) {
    String region = trail.homeRegion();
    Snapshot account = draft.account();
    String groupArn = Ours.arn("logs", region, account, "log-group:" + OwnNames.LOG_GROUP);
    String ownRole = Ours.arn("iam", region, account, "role/" + OwnNames.ROLE);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("trailArn", trail.trailArn());
    values.put("logGroupArn", groupArn + ":*");
    values.put("roleArn", means.deliveryRole().orElse(ownRole));
    String why = "trail `" + trail.name() + "` delivers to no log group";
    Draft withGroup = withGroup(draft, region, why, groupArn);
    Draft withRole =
        means.deliveryRole().isPresent() ? withGroup : withRole(withGroup, region, why, groupArn);
    return withRole.with(
        CallTemplates.call(
            "UpdateTrail",
            region,
            why,
            values,
            List.of(
                Checks.done(
                    listed(trail.trailArn()),
                    Map.of("CloudWatchLogsLogGroupArn", groupArn + ":*"))),
            only));
  }

  private static Draft withGroup(Draft draft, String region, String why, String groupArn) {
    return draft
        .with(
            CallTemplates.call(
                "CreateLogGroup",
                region,
                why,
                Map.of(),
                List.of(Checks.done(groupTag(groupArn), "cloudtrail")),
                List.of(
                    Checks.absent(
                        Checks.logGroup(OwnNames.LOG_GROUP),
                        taken("log group", OwnNames.LOG_GROUP)))))
        .with(
            CallTemplates.call(
                "PutRetentionPolicy",
                region,
                why,
                Map.of(),
                List.of(Checks.present(Checks.logGroup(OwnNames.LOG_GROUP, "retentionInDays"), "")),
                List.of()));
  }

  /** One role for all Regions, since its name is the account's; what it may write, by Region. */
  private static Draft withRole(Draft draft, String region, String why, String groupArn) {
    JsonNode write = write(groupArn + ":log-stream:*");
    Map<String, Object> values =
        Map.of(
            "region",
            region,
            "trustPolicy",
            trust(draft.account().account()).toString(),
            "rolePolicy",
            write.toString());
    return draft
        .with(
            CallTemplates.call(
                "CreateRole",
                region,
                why,
                values,
                List.of(Checks.present(role("Tags", Map.of("Key", OwnNames.TAG)), "")),
                List.of(Checks.absent(role(), taken("role", OwnNames.ROLE)))))
        .with(
            CallTemplates.call(
                "PutRolePolicy",
                region,
                why,
                values,
                List.of(Checks.done(rolePolicy(region), write)),
                List.of()));
  }

  /** A group that the trail was given since it was read may be one that works. */
  private static Expectation stillAsRead(Trail trail) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put(
        "CloudWatchLogsLogGroupArn",
        trail.namesLogGroup() ? trail.cloudWatchLogsLogGroupArn() : null);
    return Checks.changed(
        listed(trail.trailArn()),
        named,
        "the log group of trail `" + trail.name() + "` is another");
  }

  private static Read listed(String trailArn) {
    return Checks.read(
        "cloudtrail",
        "DescribeTrails",
        Map.of("trailNameList", List.of(trailArn), "includeShadowTrails", true),
        "trailList",
        Map.of("TrailARN", trailArn));
  }

  private static Read groupTag(String arn) {
    return Checks.read(
        "logs", "ListTagsForResource", Map.of("resourceArn", arn), "tags", OwnNames.TAG);
  }

  private static Read role(Object... at) {
    Object[] way = new Object[at.length + 1];
    way[0] = "Role";
    System.arraycopy(at, 0, way, 1, at.length);
    return Checks.read("iam", "GetRole", Map.of("RoleName", OwnNames.ROLE), way);
  }

  private static Read rolePolicy(String region) {
    return Checks.read(
        "iam",
        "GetRolePolicy",
        Map.of("RoleName", OwnNames.ROLE, "PolicyName", "deliver-in-" + region),
        "PolicyDocument");
  }

  private static String taken(String kind, String name) {
    return "%s `%s` carries no tag `%s`, so somebody else made it: rename it, or tag it if it is yours"
        .formatted(kind, name, OwnNames.TAG);
  }

  private static JsonNode trust(String account) {
    return document(
        Map.of(
            "Effect",
            "Allow",
            "Principal",
            Map.of("Service", "cloudtrail.amazonaws.com"),
            "Action",
            "sts:AssumeRole",
            "Condition",
            Map.of("StringEquals", Map.of("aws:SourceAccount", account))));
  }

  private static JsonNode write(String streams) {
    return document(
        Map.of(
            "Effect",
            "Allow",
            "Action",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            "Resource",
            streams));
  }

  private static JsonNode document(Map<String, ?> statement) {
    return Checks.json(
        new TreeMap<>(
            Map.of("Version", "2012-10-17", "Statement", List.of(new TreeMap<>(statement)))));
  }
}
