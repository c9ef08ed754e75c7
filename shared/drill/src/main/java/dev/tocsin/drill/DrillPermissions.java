package dev.tocsin.drill;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Partition;
import java.util.ArrayList;
import java.util.List;

/**
 * What a drill needs beyond reading. Resource types as the service authorization reference has
 * them: reading metrics takes none, and the history of composite alarms is given for {@code *}
 * only.
 */
final class DrillPermissions {
  private DrillPermissions() {}

  static List<String> of(DrillPlan plan) {
    List<String> needed = new ArrayList<>();
    switch (plan.way()) {
      case RECORD -> {
        String group = arn(plan, "logs", "log-group:" + plan.place());
        needed.add("logs:CreateLogStream on " + group + ":*");
        needed.add("logs:PutLogEvents on %s:log-stream:%s".formatted(group, DrillPlan.MARK));
      }
      case ALARM_STATE ->
          plan.metricAlarms()
              .forEach(
                  alarm ->
                      needed.add(
                          "cloudwatch:SetAlarmState on "
                              + arn(plan, "cloudwatch", "alarm:" + alarm)));
      case BUS -> needed.add("events:PutEvents on " + arn(plan, "events", "event-bus/default"));
      case NONE -> {
        return List.of();
      }
    }
    boolean composite = plan.alarms().size() > plan.metricAlarms().size();
    for (Alarm alarm : composite ? List.<Alarm>of() : plan.alarms()) {
      needed.add(
          "cloudwatch:DescribeAlarmHistory on "
              + arn(plan, "cloudwatch", "alarm:" + alarm.alarmName()));
    }
    if (composite) {
      needed.add("cloudwatch:DescribeAlarmHistory on *");
    }
    needed.add("cloudwatch:GetMetricData on *");
    return needed;
  }

  private static String arn(DrillPlan plan, String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(
            Partition.of(plan.region()).id(), service, plan.region(), plan.account(), resource);
  }
}
