package dev.tocsin.emulator.faults;

import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import java.util.List;
import java.util.Map;

/**
 * Accounts with and without a monitored root user, each broken at one link at most, so that every
 * kind of answer decides the verdict of one of them.
 */
public enum FaultedAccount {
  WHOLE(true),
  IN_TWO_PAGES(true),
  TRAIL_STOPPED(false),
  TRAIL_WITHOUT_READS(false),
  NO_FILTER(false),
  FILTER_MISSES_AN_EVENT(false),
  ACTIONS_OFF(false),
  THRESHOLD_OF_FIVE(false),
  MUTED(false),
  TOPIC_DENIES(false),
  SUBSCRIPTION_DROPS_ALARMS(false),
  KEY_KEEPS_CLOUDWATCH_OUT(false);

  /** Where everything is. */
  public static final String REGION = "eu-west-1";

  private static final String DENIAL =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
      "Action": "sns:Publish", "Resource": "*"}]}""";

  private final boolean isMonitored;

  FaultedAccount(boolean isMonitored) {
    this.isMonitored = isMonitored;
  }

  /** Whether use of the root user reaches a person. */
  public boolean isMonitored() {
    return isMonitored;
  }

  /** Makes the account in an emptied emulator. */
  public void build(AwsEmulator emulator) {
    MonitoredAccount account =
        new MonitoredAccount(emulator, REGION)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("root", "{ $.userIdentity.type = \"Root\" }")
            .putMetricAlarm("root", "alerts")
            .addWhatOnlySomeHave("alerts")
            .restrictKey("cloudwatch.amazonaws.com", "Service");
    switch (this) {
      case WHOLE -> {}
      case IN_TWO_PAGES -> addDecoys(account);
      case TRAIL_STOPPED ->
          account.call("cloudtrail", "StopLogging", Map.of("Name", MonitoredAccount.TRAIL));
      case TRAIL_WITHOUT_READS -> leaveOutReads(account);
      case NO_FILTER -> deleteFilter(account);
      case FILTER_MISSES_AN_EVENT ->
          account.putMetricFilter(
              "root", "{ $.userIdentity.type = \"Root\" && $.sourceIPAddress = \"192.0.2.1\" }");
      case ACTIONS_OFF -> account.putMetricAlarm("root", "alerts", Map.of("ActionsEnabled", false));
      case THRESHOLD_OF_FIVE -> account.putMetricAlarm("root", "alerts", Map.of("Threshold", 5));
      case MUTED -> mute(account);
      case TOPIC_DENIES -> account.setTopicAttribute("alerts", "Policy", DENIAL);
      case SUBSCRIPTION_DROPS_ALARMS ->
          account.filterMessages("alerts", "{\"severity\": [\"high\"]}");
      case KEY_KEEPS_CLOUDWATCH_OUT -> account.restrictKey("arn:aws:iam::123456789012:root", "AWS");
    }
  }

  private static void addDecoys(MonitoredAccount account) {
    for (int i = 0; i < 52; i++) { // a page has fifty
      account.putMetricFilter("a-decoy-" + i, "{ $.a = " + i + " }");
    }
  }

  private static void leaveOutReads(MonitoredAccount account) {
    account.call(
        "cloudtrail",
        "PutEventSelectors",
        Map.of(
            "TrailName",
            MonitoredAccount.TRAIL,
            "EventSelectors",
            List.of(Map.of("ReadWriteType", "WriteOnly", "IncludeManagementEvents", true))));
  }

  private static void deleteFilter(MonitoredAccount account) {
    account.call(
        "logs",
        "DeleteMetricFilter",
        Map.of("logGroupName", MonitoredAccount.LOG_GROUP, "filterName", "root"));
  }

  private static void mute(MonitoredAccount account) {
    account.call(
        "cloudwatch",
        "PutAlarmMuteRule",
        Map.of(
            "Name",
            "always",
            "Rule",
            Map.of("Schedule", Map.of("Expression", "cron(0 * * * *)", "Duration", "PT23H")),
            "MuteTargets",
            Map.of("AlarmNames", List.of("root"))));
  }
}
