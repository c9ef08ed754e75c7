package dev.tocsin.aws;

import dev.tocsin.chain.model.Arn;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** Reads a log group and its metric filters. */
final class LogGroupReader {
  private static final int MOST_FILTERS_A_PAGE = 50;

  private final AwsClients clients;

  LogGroupReader(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * A log group, if it is there.
   *
   * @param groups none or one
   * @param filters its metric filters, in the API's order
   */
  record Read(List<LogGroup> groups, List<MetricFilter> filters) {}

  /**
   * Reads the group of that name; only groups of class {@code STANDARD} can have metric filters.
   */
  Read read(Arn arn) {
    CloudWatchLogsClient logs = clients.logs(arn.region());
    String name = name(arn);
    // Groups come in the order of their names, so the first with this prefix is the group or
    // nothing is.
    List<LogGroup> groups =
        ApiCall.read(
                "logs:DescribeLogGroups",
                name,
                () -> logs.describeLogGroups(request -> request.logGroupNamePrefix(name).limit(1)))
            .logGroups()
            .stream()
            .filter(group -> group.logGroupName().equals(name))
            .toList();
    if (groups.isEmpty() || groups.get(0).logGroupClass() == LogGroupClass.INFREQUENT_ACCESS) {
      return new Read(groups, List.of());
    }
    List<MetricFilter> filters =
        ApiCall.ask(
                "logs:DescribeMetricFilters",
                name,
                Set.of("ResourceNotFoundException"),
                () ->
                    logs
                        .describeMetricFiltersPaginator(
                            request -> request.logGroupName(name).limit(MOST_FILTERS_A_PAGE))
                        .metricFilters()
                        .stream()
                        .toList())
            .value();
    return filters == null ? new Read(List.of(), List.of()) : new Read(groups, filters);
  }

  /** {@code log-group:NAME:*} without what is around the name. */
  private static String name(Arn arn) {
    String resource = arn.resource();
    String name = resource.substring(resource.indexOf(':') + 1);
    return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
  }
}
