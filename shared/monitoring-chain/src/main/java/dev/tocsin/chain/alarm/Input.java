package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricQuery;
import java.util.List;
import java.util.Optional;

/**
 * A metric that an alarm reads.
 *
 * @param id its id in metric math
 * @param statistic as the API spells it
 * @param period seconds
 * @param unit empty iff data of any unit is read
 * @param account empty iff it is the alarm's own
 */
public record Input(
    String id,
    MetricId metric,
    String statistic,
    int period,
    Optional<String> unit,
    Optional<String> account) {

  /** The metrics that the alarm reads by name, in order; none for PromQL and Metrics Insights. */
  public static List<Input> of(MetricAlarm alarm) {
    if (alarm.singleMetric().isPresent()) {
      String statistic =
          Optional.ofNullable(alarm.statistic()).orElse(String.valueOf(alarm.extendedStatistic()));
      return List.of(
          new Input(
              SINGLE,
              MetricId.of(
                  String.valueOf(alarm.namespace()), alarm.metricName(), alarm.dimensions()),
              statistic,
              Optional.ofNullable(alarm.period()).orElse(0),
              Optional.ofNullable(alarm.unit()),
              Optional.empty()));
    }
    return alarm.metrics().stream()
        .filter(query -> query.metricStat() != null)
        .map(query -> of(query, Arn.parse(alarm.alarmArn()).map(Arn::account)))
        .toList();
  }

  /** The id of the only metric of an alarm without metric math. */
  static final String SINGLE = "metric";

  private static Input of(MetricQuery query, Optional<String> own) {
    MetricQuery.MetricStat stat = query.metricStat();
    return new Input(
        query.id(),
        MetricId.of(
            stat.metric().namespace(), stat.metric().metricName(), stat.metric().dimensions()),
        stat.stat(),
        stat.period(),
        Optional.ofNullable(stat.unit()),
        Optional.ofNullable(query.accountId())
            .filter(account -> !own.equals(Optional.of(account))));
  }
}
