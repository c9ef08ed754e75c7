package dev.tocsin.aws;

import dev.tocsin.chain.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;

/**
 * Whether an account can be read: each call that reading begins with, made by itself, so that all
 * that are refused are named and not the first only. Reads one page of each, and changes nothing.
 */
public final class Diagnosis {
  /**
   * One check.
   *
   * @param what the IAM action, or what was looked at
   * @param good whether nothing is missing
   * @param says what was found, or what is missing and how to mend it
   */
  public record Check(String what, boolean good, String says) {}

  private final AwsClients clients;
  private final List<Check> checks = new ArrayList<>();

  private Diagnosis(AwsClients clients) {
    this.clients = clients;
  }

  /** Every check, those that need what an earlier one did not find left out. */
  public static List<Check> of(AwsClients clients) {
    Diagnosis diagnosis = new Diagnosis(clients);
    Optional<String> region = diagnosis.value("Region", clients::region);
    Optional<String> account =
        region.flatMap(
            name -> diagnosis.value("credentials", () -> "account " + clients.account()));
    if (account.isPresent()) {
      diagnosis.reads(region.orElseThrow());
      diagnosis.recorder(region.orElseThrow());
    }
    return List.copyOf(diagnosis.checks);
  }

  private Optional<String> value(String what, Supplier<String> read) {
    try {
      String value = read.get();
      checks.add(new Check(what, true, value));
      return Optional.of(value);
    } catch (AccountReadException problem) {
      checks.add(new Check(what, false, problem.getMessage()));
      return Optional.empty();
    }
  }

  private <T extends SdkPojo> Optional<T> read(String action, String resource, Supplier<T> call) {
    try {
      T answer = ApiCall.read(action, resource, call);
      checks.add(new Check(action, true, "is allowed"));
      return Optional.of(answer);
    } catch (AccountReadException problem) {
      checks.add(new Check(action, false, problem.getMessage()));
      return Optional.empty();
    }
  }

  private void reads(String region) {
    List<Trail> trails =
        read("cloudtrail:DescribeTrails", region, () -> clients.cloudTrail(region).describeTrails())
            .map(answer -> answer.trailList())
            .orElse(List.of());
    for (Trail trail : trails.stream().limit(1).toList()) {
      String home = trail.homeRegion();
      String arn = trail.trailARN();
      read(
          "cloudtrail:GetTrailStatus",
          arn,
          () -> clients.cloudTrail(home).getTrailStatus(request -> request.name(arn)));
      read(
          "cloudtrail:GetEventSelectors",
          arn,
          () -> clients.cloudTrail(home).getEventSelectors(request -> request.trailName(arn)));
    }
    read("logs:DescribeLogGroups", region, () -> clients.logs(region).describeLogGroups());
    read("logs:DescribeMetricFilters", region, () -> clients.logs(region).describeMetricFilters());
    for (Trail trail : trails.stream().limit(1).toList()) {
      Arn.parse(trail.cloudWatchLogsLogGroupArn())
          .filter(group -> clients.account().equals(group.account()))
          .ifPresent(
              group ->
                  read(
                      "logs:DescribeSubscriptionFilters",
                      LogGroupReader.name(group),
                      () ->
                          clients
                              .logs(group.region())
                              .describeSubscriptionFilters(
                                  request -> request.logGroupName(LogGroupReader.name(group)))));
    }
    read(
        "logs:DescribeAccountPolicies",
        region,
        () ->
            clients
                .logs(region)
                .describeAccountPolicies(
                    request -> request.policyType(PolicyType.DATA_PROTECTION_POLICY)));
    read("cloudwatch:DescribeAlarms", region, () -> clients.cloudWatch(region).describeAlarms());
    read(
        "cloudwatch:ListAlarmMuteRules",
        region,
        () -> clients.cloudWatch(region).listAlarmMuteRules(request -> {}));
    read("events:ListRules", region, () -> clients.eventBridge(region).listRules(request -> {}));
    checks.addAll(RoleChecks.of(clients, region));
  }

  /** Rules run only where AWS Config records; reading an account needs no recorder. */
  private void recorder(String region) {
    read(
            "config:DescribeConfigurationRecorderStatus",
            region,
            () -> clients.config(region).describeConfigurationRecorderStatus())
        .ifPresent(
            answer -> {
              boolean records =
                  answer.configurationRecordersStatus().stream()
                      .anyMatch(ConfigurationRecorderStatus::recording);
              checks.add(
                  new Check(
                      "recorder",
                      records,
                      records
                          ? "AWS Config records in " + region
                          : "AWS Config does not record in "
                              + region
                              + ", so its rules do not run there; start the recorder, or evaluate"
                              + " from the command line only"));
            });
  }
}
