package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DataProtectionStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeSubscriptionFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** Reads a log group: its filters, and the policy that masks what they read. */
final class LogGroupReader {
  private static final int MOST_FILTERS_A_PAGE = 50;

  private final AwsClients clients;
  private final boolean subscriptionFilters;

  /**
   * @param subscriptionFilters whether they are wanted beside the metric filters
   */
  LogGroupReader(AwsClients clients, boolean subscriptionFilters) {
    this.clients = clients;
    this.subscriptionFilters = subscriptionFilters;
  }

  /**
   * A log group, if it is there.
   *
   * @param groups none or one, as the snapshot has it
   * @param filters its metric filters, in the API's order
   * @param subscriptions its subscription filters, if they are wanted
   */
  record Read(
      List<ObjectNode> groups, List<MetricFilter> filters, List<SubscriptionFilter> subscriptions) {
    static final Read NOTHING = new Read(List.of(), List.of(), List.of());
  }

  /**
   * Reads the group of that name; only groups of class {@code STANDARD} can have metric filters.
   */
  Read read(Arn arn) {
    CloudWatchLogsClient logs = clients.logs(arn.region());
    String name = name(arn);
    // Groups come in the order of their names, so the first with this prefix is the group or
    // nothing is.
    List<LogGroup> groups =
        ApiCall.readPages(
                "logs:DescribeLogGroups",
                name,
                page ->
                    logs.describeLogGroups(
                        request -> request.logGroupNamePrefix(name).limit(1).nextToken(page)),
                page -> page.logGroups().isEmpty() ? page.nextToken() : null)
            .stream()
            .flatMap(page -> page.logGroups().stream())
            .filter(group -> group.logGroupName().equals(name))
            .toList();
    if (groups.isEmpty()) {
      return Read.NOTHING;
    }
    ObjectNode group = withDataProtection(logs, groups.get(0));
    if (groups.get(0).logGroupClass() == LogGroupClass.INFREQUENT_ACCESS) {
      return new Read(List.of(group), List.of(), List.of());
    }
    Answer<List<DescribeMetricFiltersResponse>> filters =
        ApiCall.askPages(
            "logs:DescribeMetricFilters",
            name,
            Set.of("ResourceNotFoundException"),
            page ->
                logs.describeMetricFilters(
                    request ->
                        request.logGroupName(name).limit(MOST_FILTERS_A_PAGE).nextToken(page)),
            DescribeMetricFiltersResponse::nextToken);
    return filters.isRefused()
        ? Read.NOTHING
        : new Read(
            List.of(group),
            filters.value().stream().flatMap(page -> page.metricFilters().stream()).toList(),
            subscriptionFilters ? subscriptions(logs, name) : List.of());
  }

  private static List<SubscriptionFilter> subscriptions(CloudWatchLogsClient logs, String name) {
    return ApiCall.readPages(
            "logs:DescribeSubscriptionFilters",
            name,
            page ->
                logs.describeSubscriptionFilters(
                    request ->
                        request.logGroupName(name).limit(MOST_FILTERS_A_PAGE).nextToken(page)),
            DescribeSubscriptionFiltersResponse::nextToken)
        .stream()
        .flatMap(page -> page.subscriptionFilters().stream())
        .toList();
  }

  /** The group with its data protection policy, if its status says that one is in force. */
  private static ObjectNode withDataProtection(CloudWatchLogsClient logs, LogGroup group) {
    ObjectNode read = SdkJson.object(group);
    if (group.dataProtectionStatus() == DataProtectionStatus.ACTIVATED) {
      String name = group.logGroupName();
      read.set(
          "dataProtectionPolicy",
          SdkJson.object(
              ApiCall.read(
                  "logs:GetDataProtectionPolicy",
                  name,
                  () ->
                      logs.getDataProtectionPolicy(request -> request.logGroupIdentifier(name)))));
    }
    return read;
  }

  /** {@code log-group:NAME:*} without what is around the name. */
  static String name(Arn arn) {
    String resource = arn.resource();
    String name = resource.substring(resource.indexOf(':') + 1);
    return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
  }
}
