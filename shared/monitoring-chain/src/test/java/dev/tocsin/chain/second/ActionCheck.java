package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether one of an alarm's actions reaches a person. */
final class ActionCheck {
  private final JsonNode region;
  private final String regionName;
  private final String watcher;
  private final Terms terms;

  ActionCheck(JsonNode region, String regionName, String watcher, Terms terms) {
    this.region = region;
    this.regionName = regionName;
    this.watcher = watcher;
    this.terms = terms;
  }

  boolean reaches(JsonNode alarm) {
    for (JsonNode action : alarm.path("AlarmActions")) {
      if (isAccepted(action.asText()) || reachesByTopic(action.asText(), alarm)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAccepted(String action) {
    String[] parts = action.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[5].isEmpty()) {
      return false;
    }
    String kind =
        switch (parts[2]) {
          case "lambda" -> "lambda";
          case "ssm" -> parts[5].startsWith("opsitem") ? "ssm-ops-item" : "";
          case "ssm-incidents" -> "incident-manager";
          default -> "";
        };
    return terms.accepted().contains(kind) && (parts[3].isEmpty() || parts[3].equals(regionName));
  }

  private boolean reachesByTopic(String arn, JsonNode alarm) {
    String[] parts = arn.split(":", 6);
    String own =
        alarm
            .path("AlarmArn")
            .asText(
                "arn:%s:cloudwatch:%s:%s:alarm:%s"
                    .formatted(
                        TrailCheck.partition(regionName),
                        regionName,
                        watcher,
                        alarm.path("AlarmName").asText()));
    return parts.length == 6
        && parts[2].equals("sns")
        && parts[1].equals(TrailCheck.partition(regionName))
        && parts[3].equals(regionName)
        && new TopicCheck(region, arn, "cloudwatch.amazonaws.com", own, watcher).reaches();
  }
}
