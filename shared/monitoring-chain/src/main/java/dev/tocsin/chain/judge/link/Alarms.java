package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.RegionMonitoring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The alarms of a Region, by what rules and suppressors call them: a name, or a whole ARN. */
final class Alarms {
  private final Map<String, Alarm> byNameOrArn = new HashMap<>();
  private final String prefix;

  /**
   * The alarms of all kinds.
   *
   * @param account whose alarms they are
   */
  Alarms(RegionMonitoring monitoring, String region, String account) {
    prefix = "arn:%s:cloudwatch:%s:%s:alarm:".formatted(Partition.of(region).id(), region, account);
    Stream.of(monitoring.metricAlarms(), monitoring.compositeAlarms(), monitoring.logAlarms())
        .flatMap(List::stream)
        .forEach(
            alarm -> {
              byNameOrArn.putIfAbsent(alarm.alarmName(), alarm);
              byNameOrArn.putIfAbsent(prefix + alarm.alarmName(), alarm);
            });
  }

  /** True iff an alarm's ARN, where there is one, is that of an alarm of its name and Region. */
  boolean hasItsOwnArn(Alarm alarm) {
    return alarm.alarmArn() == null || alarm.alarmArn().equals(prefix + alarm.alarmName());
  }

  /** The alarm of that name or ARN; empty iff the Region has none. */
  Optional<Alarm> named(String nameOrArn) {
    return Optional.ofNullable(byNameOrArn.get(nameOrArn));
  }
}
