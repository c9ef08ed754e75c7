package dev.tocsin.backtest.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables in which AWS keeps CloudTrail records, by the members of a record.
 *
 * <p>Sources: "Create the table for CloudTrail logs in Athena using partition projection", Amazon
 * Athena User Guide; "Supported SQL schemas for event data stores", AWS CloudTrail User Guide; the
 * longest query that StartQueryExecution and StartQuery take, from the services' models.
 */
public enum TrailTable {
  /** The table of Athena's guide: objects that differ from call to call are JSON texts. */
  ATHENA("athena", 262_144) {
    @Override
    Map<String, Column> columns() {
      Map<String, Column> columns = texts(COMMON);
      columns.putAll(texts(List.of("vpcEndpointAccountId")));
      for (String json :
          List.of(
              "requestParameters",
              "responseElements",
              "additionalEventData",
              "serviceEventDetails",
              "edgeDeviceDetails")) {
        columns.put(json, new Column.Json(json.toLowerCase(Locale.ROOT)));
      }
      columns.put(
          "readOnly", new Column.Truth("readonly", "readonly = 'true'", "readonly = 'false'"));
      columns.put("userIdentity", identity());
      return columns;
    }

    @Override
    String second() {
      return "to_unixtime(try(from_iso8601_timestamp(eventtime)))";
    }

    @Override
    String time() {
      return "eventtime";
    }

    @Override
    String between(String from, String to) {
      return "\"timestamp\" BETWEEN '%s' AND '%s'"
          .formatted(from.replace('-', '/'), to.replace('-', '/'));
    }
  },

  /** An event data store: such objects are maps of texts, which do not tell types apart. */
  LAKE("cloudtrail-lake", 10_000) {
    @Override
    Map<String, Column> columns() {
      Map<String, Column> columns = texts(COMMON);
      columns.put("readOnly", new Column.Truth("readonly", "readonly", "NOT readonly"));
      columns.put("userIdentity", identity());
      return columns;
    }

    @Override
    String second() {
      return "to_unixtime(eventtime)";
    }

    @Override
    String time() {
      return "date_format(eventtime, '%Y-%m-%dT%H:%i:%sZ')";
    }

    @Override
    String between(String from, String to) {
      return "eventtime BETWEEN TIMESTAMP '%s 00:00:00' AND TIMESTAMP '%s 23:59:59'"
          .formatted(from, to);
    }
  };

  private static final List<String> COMMON =
      List.of(
          "eventVersion",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "errorCode",
          "errorMessage",
          "requestID",
          "eventID",
          "eventType",
          "apiVersion",
          "recipientAccountId",
          "sharedEventID",
          "vpcEndpointId",
          "eventCategory");

  private final String id;
  private final int longestQuery;

  TrailTable(String id, int longestQuery) {
    this.id = id;
    this.longestQuery = longestQuery;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** How many characters a query may have. */
  public int longestQuery() {
    return longestQuery;
  }

  @Override
  public String toString() {
    return id;
  }

  /** Where each member of a record is, by its name in the record. */
  abstract Map<String, Column> columns();

  /** The time of the event in seconds since 1970; NULL iff it is no time. */
  abstract String second();

  /** The time of the event as the record has it. */
  abstract String time();

  /** Both days included, each as {@code 2025-01-31}. */
  abstract String between(String from, String to);

  private static Map<String, Column> texts(List<String> names) {
    Map<String, Column> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put(name, new Column.Text(name.toLowerCase(Locale.ROOT))));
    return columns;
  }

  private static Column identity() {
    String session = "useridentity.sessioncontext";
    Map<String, Column> context = new LinkedHashMap<>();
    context.put("attributes", struct(session + ".attributes", "mfaAuthenticated"));
    context.put(
        "sessionIssuer",
        struct(session + ".sessionissuer", "type", "principalId", "arn", "accountId", "userName"));
    Map<String, Column> members =
        new LinkedHashMap<>(
            struct(
                    "useridentity",
                    "type",
                    "principalId",
                    "arn",
                    "accountId",
                    "invokedBy",
                    "accessKeyId",
                    "userName")
                .members());
    members.put("sessionContext", new Column.Struct(session, context));
    return new Column.Struct("useridentity", members);
  }

  private static Column.Struct struct(String sql, String... names) {
    Map<String, Column> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, new Column.Text(sql + "." + name.toLowerCase(Locale.ROOT)));
    }
    return new Column.Struct(sql, members);
  }
}
