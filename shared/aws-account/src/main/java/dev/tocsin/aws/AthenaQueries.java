package dev.tocsin.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.ResultSet;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;

/** Queries that Athena runs in a workgroup. */
public final class AthenaQueries implements RecordQueries {
  private static final String START = "athena:StartQueryExecution";

  private final AthenaClient athena;
  private final String region;
  private final String workgroup;
  private final Optional<String> results;

  /**
   * Queries in a workgroup.
   *
   * @param results where results are written, {@code s3://…}; empty: where the workgroup says
   */
  public AthenaQueries(AwsClients clients, String workgroup, Optional<String> results) {
    this.region = clients.region();
    this.athena = clients.client(AthenaClient.class, region, AthenaClient::builder);
    this.workgroup = workgroup;
    this.results = results;
  }

  /**
   * What a workgroup sets.
   *
   * @param enabled whether it takes queries
   * @param mostBytes what one query may read before Athena cancels it; empty iff it has no bound
   * @param keepsResults whether it says itself where results go
   * @param overrides whether its settings override those of a query
   * @param engine the version that runs, for instance {@code Athena engine version 3}
   */
  public record Workgroup(
      boolean enabled,
      OptionalLong mostBytes,
      boolean keepsResults,
      boolean overrides,
      String engine) {}

  /** The workgroup's settings. */
  public Workgroup workgroup() {
    var answer =
        ApiCall.read(
                "athena:GetWorkGroup",
                workgroup,
                () -> athena.getWorkGroup(call -> call.workGroup(workgroup)))
            .workGroup();
    WorkGroupConfiguration settings = answer.configuration();
    boolean managed =
        settings.managedQueryResultsConfiguration() != null
            && Boolean.TRUE.equals(settings.managedQueryResultsConfiguration().enabled());
    boolean located =
        settings.resultConfiguration() != null
            && settings.resultConfiguration().outputLocation() != null;
    return new Workgroup(
        "ENABLED".equals(answer.stateAsString()),
        settings.bytesScannedCutoffPerQuery() == null
            ? OptionalLong.empty()
            : OptionalLong.of(settings.bytesScannedCutoffPerQuery()),
        managed || located,
        Boolean.TRUE.equals(settings.enforceWorkGroupConfiguration()),
        settings.engineVersion() == null
            ? ""
            : Optional.ofNullable(settings.engineVersion().effectiveEngineVersion()).orElse(""));
  }

  /** Earlier results are never taken for these: records may have come since. */
  @Override
  public String start(String sql) {
    // One token for all attempts of the SDK, so that a repeated request starts nothing twice.
    String token = UUID.randomUUID().toString();
    return ApiCall.read(
            START,
            workgroup,
            () ->
                athena.startQueryExecution(
                    call -> {
                      call.queryString(sql).workGroup(workgroup).clientRequestToken(token);
                      results.ifPresent(
                          at -> call.resultConfiguration(result -> result.outputLocation(at)));
                      call.resultReuseConfiguration(
                          reuse -> reuse.resultReuseByAgeConfiguration(age -> age.enabled(false)));
                    }))
        .queryExecutionId();
  }

  @Override
  public Progress progress(String id) {
    QueryExecution query =
        ApiCall.read(
                "athena:GetQueryExecution",
                id,
                () -> athena.getQueryExecution(call -> call.queryExecutionId(id)))
            .queryExecution();
    QueryExecutionStatus status = query.status();
    Phase phase =
        switch (status.state()) {
          case QUEUED -> Phase.WAITING;
          case RUNNING -> Phase.RUNNING;
          case SUCCEEDED -> Phase.DONE;
          case FAILED -> Phase.FAILED;
          case CANCELLED -> Phase.CANCELLED;
          case UNKNOWN_TO_SDK_VERSION ->
              throw QueryStates.unknown("athena:GetQueryExecution", id, status.stateAsString());
        };
    String reason =
        Optional.ofNullable(status.stateChangeReason())
            .or(() -> Optional.ofNullable(status.athenaError()).map(error -> error.errorMessage()))
            .orElse("");
    Long bytes = query.statistics() == null ? null : query.statistics().dataScannedInBytes();
    return new Progress(phase, reason, bytes == null ? 0 : bytes);
  }

  /** The first row of a SELECT's first page holds the columns' names. */
  @Override
  public List<Map<String, String>> rows(String id) {
    List<GetQueryResultsResponse> pages =
        ApiCall.readPages(
            "athena:GetQueryResults",
            id,
            token -> athena.getQueryResults(call -> call.queryExecutionId(id).nextToken(token)),
            GetQueryResultsResponse::nextToken);
    List<Row> rows =
        pages.stream()
            .map(GetQueryResultsResponse::resultSet)
            .map(ResultSet::rows)
            .flatMap(List::stream)
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> names = rows.get(0).data().stream().map(Datum::varCharValue).toList();
    List<Map<String, String>> named = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(names.size(), row.data().size()); i++) {
        if (row.data().get(i).varCharValue() != null) {
          cells.put(names.get(i), row.data().get(i).varCharValue());
        }
      }
      named.add(cells);
    }
    return named;
  }

  @Override
  public void stop(String id) {
    ApiCall.read(
        "athena:StopQueryExecution",
        id,
        () -> athena.stopQueryExecution(call -> call.queryExecutionId(id)));
  }

  @Override
  public String stopCommand(String id) {
    return "aws athena stop-query-execution --region %s --query-execution-id %s"
        .formatted(region, id);
  }

  @Override
  public List<String> permissions() {
    String on = " on workgroup/" + workgroup;
    return List.of(
        "athena:GetWorkGroup" + on,
        START + on,
        "athena:GetQueryExecution" + on,
        "athena:GetQueryResults" + on,
        "athena:StopQueryExecution" + on,
        "athena:GetTableMetadata on datacatalog/AwsDataCatalog",
        "glue:GetDatabase, glue:GetTable on the table, its database and the catalog",
        "s3:GetBucketLocation, s3:ListBucket, s3:GetObject on the trail's bucket"
            + " (and kms:Decrypt on its key)",
        "s3:GetBucketLocation, s3:ListBucket, s3:GetObject, s3:PutObject, s3:AbortMultipartUpload"
            + " on the bucket of the results");
  }
}
