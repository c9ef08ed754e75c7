package dev.tocsin.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeQueryResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetQueryResultsResponse;

/** Queries that CloudTrail Lake runs over an event data store. */
public final class LakeQueries implements RecordQueries {
  private static final String START = "cloudtrail:StartQuery";

  private final CloudTrailClient cloudTrail;
  private final String region;
  private final String store;

  /** Queries over the event data store of that id, in the Region of the clients. */
  public LakeQueries(AwsClients clients, String store) {
    this.region = clients.region();
    this.cloudTrail = clients.cloudTrail(region);
    this.store = store;
  }

  @Override
  public String start(String sql) {
    return ApiCall.read(START, store, () -> cloudTrail.startQuery(call -> call.queryStatement(sql)))
        .queryId();
  }

  @Override
  public Progress progress(String id) {
    DescribeQueryResponse query =
        ApiCall.read(
            "cloudtrail:DescribeQuery",
            id,
            () -> cloudTrail.describeQuery(call -> call.queryId(id)));
    Phase phase =
        switch (query.queryStatus()) {
          case QUEUED -> Phase.WAITING;
          case RUNNING -> Phase.RUNNING;
          case FINISHED -> Phase.DONE;
          case FAILED, TIMED_OUT -> Phase.FAILED;
          case CANCELLED -> Phase.CANCELLED;
          case UNKNOWN_TO_SDK_VERSION ->
              throw QueryStates.unknown(
                  "cloudtrail:DescribeQuery", id, query.queryStatusAsString());
        };
    Long bytes = query.queryStatistics() == null ? null : query.queryStatistics().bytesScanned();
    String reason =
        Optional.ofNullable(query.errorMessage())
            .orElse(phase == Phase.FAILED ? query.queryStatusAsString() : "");
    return new Progress(phase, reason, bytes == null ? 0 : bytes);
  }

  /** Each row is a list of maps of one column each. */
  @Override
  public List<Map<String, String>> rows(String id) {
    return ApiCall.readPages(
            "cloudtrail:GetQueryResults",
            id,
            token -> cloudTrail.getQueryResults(call -> call.queryId(id).nextToken(token)),
            GetQueryResultsResponse::nextToken)
        .stream()
        .flatMap(page -> page.queryResultRows().stream())
        .map(LakeQueries::row)
        .toList();
  }

  private static Map<String, String> row(List<Map<String, String>> columns) {
    Map<String, String> row = new LinkedHashMap<>();
    columns.forEach(row::putAll);
    return row;
  }

  @Override
  public void stop(String id) {
    ApiCall.read(
        "cloudtrail:CancelQuery", id, () -> cloudTrail.cancelQuery(call -> call.queryId(id)));
  }

  @Override
  public String stopCommand(String id) {
    return "aws cloudtrail cancel-query --region %s --query-id %s".formatted(region, id);
  }

  @Override
  public List<String> permissions() {
    String on = " on eventdatastore/" + store;
    return List.of(
        START + on,
        "cloudtrail:DescribeQuery" + on,
        "cloudtrail:GetQueryResults" + on,
        "cloudtrail:CancelQuery" + on,
        "kms:GenerateDataKey, kms:Decrypt on the store's key, if it has one of its own");
  }
}
