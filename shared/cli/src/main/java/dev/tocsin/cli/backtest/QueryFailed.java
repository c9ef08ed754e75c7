package dev.tocsin.cli.backtest;

/** AWS did not run a query to its end. The message is one line: the query, why, what to do. */
public final class QueryFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryFailed(String message) {
    super(message);
  }

  /** What to do about a query that failed, by the service's reason. */
  static QueryFailed of(String id, String state, String reason) {
    return new QueryFailed(
        "query `%s` %s: %s; %s"
            .formatted(id, state, reason.isEmpty() ? "no reason is given" : reason, fix(reason)));
  }

  // The reasons as Athena's guide shows them under "Troubleshoot issues in Athena".
  private static String fix(String reason) {
    if (reason.contains("COLUMN_NOT_FOUND") || reason.contains("cannot be resolved")) {
      return "make the table as Athena's guide does for CloudTrail logs with partition projection";
    }
    if (reason.contains("does not exist") || reason.contains("NOT_FOUND")) {
      return "name the table with its database, `--table DATABASE.TABLE`, in its own Region";
    }
    if (reason.contains("Access Denied") || reason.contains("AccessDenied")) {
      return "allow what is printed under `needs`, on the records' bucket, their key and the place of the results";
    }
    if (reason.contains("exhausted resources") || reason.contains("EXCEEDED_")) {
      return "ask for fewer days, or fewer controls with `--control`";
    }
    if (reason.contains("limit was exceeded")) {
      return "ask for fewer days, or raise `BytesScannedCutoffPerQuery` of the workgroup";
    }
    return "see the query in the console; `tocsin backtest` on the records asks the same";
  }
}
