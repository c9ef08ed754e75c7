package dev.tocsin.cli.backtest;

import dev.tocsin.aws.AthenaQueries;
import dev.tocsin.aws.AthenaQueries.Workgroup;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.LakeQueries;
import dev.tocsin.aws.RecordQueries;
import dev.tocsin.aws.ScanEstimate;
import dev.tocsin.backtest.sql.TrailTable;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a query will read and cost, and what could stop it, found out before it starts.
 *
 * @param queries where it would run
 * @param lines what a person is told
 */
record QueryPlan(RecordQueries queries, List<String> lines) {

  /** Amazon Athena's pricing page, SQL queries, us-east-1; the least charged is 10 MB a query. */
  private static final double DOLLARS_PER_TERABYTE = 5;

  private static final long LEAST_CHARGED = 10_000_000;
  private static final String ENGINE = "Athena engine version 3";

  /**
   * Looks at what is there.
   *
   * @throws InputProblem if the query could not run to its end
   */
  static QueryPlan of(SqlOptions sql, AwsClients clients, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "account %s, %s, %s `%s`, %s to %s"
            .formatted(
                clients.account(),
                clients.region(),
                sql.table(),
                sql.name(),
                sql.from(),
                sql.to()));
    RecordQueries queries =
        sql.table() == TrailTable.ATHENA
            ? athena(sql, clients, terminal, lines)
            : lake(sql, clients, lines);
    lines.add("needs:");
    queries.permissions().forEach(permission -> lines.add("  " + permission));
    return new QueryPlan(queries, lines);
  }

  private static RecordQueries lake(SqlOptions sql, AwsClients clients, List<String> lines) {
    lines.add(
        "what it will read cannot be told before: an event data store lists no sizes, and a query"
            + " has no bound. What it scans of these days is charged");
    return new LakeQueries(clients, sql.name());
  }

  private static RecordQueries athena(
      SqlOptions sql, AwsClients clients, Terminal terminal, List<String> lines) {
    AthenaQueries queries = new AthenaQueries(clients, sql.workgroup(), sql.results());
    Workgroup workgroup = queries.workgroup();
    check(sql, workgroup);
    if (workgroup.overrides() && workgroup.keepsResults() && sql.results().isPresent()) {
      lines.add("the workgroup overrides `--results` with a place of its own");
    }
    AtomicLong listed = new AtomicLong();
    ScanEstimate estimate =
        Ticker.during(
            terminal,
            () -> "listing what it would read: %,d objects".formatted(listed.get()),
            () -> ScanEstimate.of(clients, sql.name(), sql.from(), sql.to(), listed::set));
    if (estimate.unknown().isEmpty()) {
      lines.add(cost(estimate));
      if (estimate.objects() == 0) {
        lines.add("no object lies there, so it will find nothing: look at the days and the table");
      }
    } else {
      lines.add("what it will read cannot be told before: " + estimate.unknown());
    }
    lines.add(bound(sql, workgroup, estimate));
    return queries;
  }

  private static void check(SqlOptions sql, Workgroup workgroup) {
    if (!workgroup.enabled()) {
      throw new InputProblem(
          "workgroup `%s` is disabled. Fix: enable it, or name another with `--workgroup`"
              .formatted(sql.workgroup()));
    }
    if (!workgroup.engine().isEmpty() && !workgroup.engine().equals(ENGINE)) {
      throw new InputProblem(
          "workgroup `%s` runs `%s`, the query is for `%s`. Fix: name another with `--workgroup`"
              .formatted(sql.workgroup(), workgroup.engine(), ENGINE));
    }
    if (!workgroup.keepsResults() && sql.results().isEmpty()) {
      throw new InputProblem(
          "workgroup `%s` does not say where results go. Fix: name a place with `--results s3://BUCKET/PREFIX/`, or another workgroup with `--workgroup`"
              .formatted(sql.workgroup()));
    }
  }

  private static String cost(ScanEstimate estimate) {
    long charged = Math.max(estimate.bytes(), LEAST_CHARGED);
    return String.format(
        Locale.ROOT,
        "will read %s in %,d objects: about %.2f USD at %.0f USD a TB, the price in us-east-1",
        Bytes.of(estimate.bytes()),
        estimate.objects(),
        Math.max(0.01, charged * DOLLARS_PER_TERABYTE / 1e12),
        DOLLARS_PER_TERABYTE);
  }

  private static String bound(SqlOptions sql, Workgroup workgroup, ScanEstimate estimate) {
    if (workgroup.mostBytes().isEmpty()) {
      return "workgroup `%s` sets no bound (`BytesScannedCutoffPerQuery`), and a query cannot set one"
          .formatted(sql.workgroup());
    }
    long most = workgroup.mostBytes().getAsLong();
    if (estimate.bytes() > most) {
      throw new InputProblem(
          "the query would read %s, and workgroup `%s` cancels it beyond %s (`BytesScannedCutoffPerQuery`), which is charged. Fix: ask for fewer days, or name another with `--workgroup`"
              .formatted(Bytes.of(estimate.bytes()), sql.workgroup(), Bytes.of(most)));
    }
    return "workgroup `%s` cancels a query beyond %s (`BytesScannedCutoffPerQuery`)"
        .formatted(sql.workgroup(), Bytes.of(most));
  }
}
