package dev.tocsin.backtest.sql;

import static io.trino.testing.TestingSession.testSessionBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.Backtest;
import dev.tocsin.backtest.BacktestJson;
import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.Subjects;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.records.Damage;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordFolders;
import dev.tocsin.records.RecordReader;
import dev.tocsin.records.RecordSink;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.StandaloneQueryRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The SQL of every pattern gives Trino's answer on every record that the matcher gives, and what
 * SQL cannot say is said. Athena's engine version 3 is Trino.
 *
 * <p>{@code -Dtocsin.sql.random=N} tries N random patterns on as many random records, {@code
 * -Dtocsin.sql.records=N} so many records of each control.
 */
final class SqlExactnessTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final int PATTERNS_AT_ONCE = 25;
  private static final int FEWEST_PAIRS = 5_000;
  private static final int RANDOM = Integer.getInteger("tocsin.sql.random", 72);
  private static final int RECORDS = Integer.getInteger("tocsin.sql.records", 1);

  private static StandaloneQueryRunner trino;

  @BeforeAll
  static void start() {
    trino =
        new StandaloneQueryRunner(
            testSessionBuilder().setCatalog("memory").setSchema("default").build());
    trino.installPlugin(new MemoryPlugin());
    trino.createCatalog("memory", "memory", Map.of());
  }

  @AfterAll
  static void stop() {
    trino.close();
  }

  @Test
  void ofControlsInAthena() {
    assertThat(leftOut(TrailTable.ATHENA, Cases.ofControls(RECORDS))).isEmpty();
  }

  @Test
  void ofControlsInAnEventDataStore() {
    assertThat(leftOut(TrailTable.LAKE, Cases.ofControls(RECORDS)))
        .allMatch(reason -> reason.endsWith("is in no column"))
        .allMatch(reason -> reason.matches("`\\$\\.(request|response|additional).*"));
  }

  @Test
  void ofTheSemantics() {
    assertThat(leftOut(TrailTable.ATHENA, Cases.ofSemantics()))
        .filteredOn(reason -> !reason.endsWith("has more digits than a double is sure of"))
        .containsExactly("`0` could be an index, too");
  }

  @Test
  void ofRandomPatterns() {
    assertThat(leftOut(TrailTable.ATHENA, Cases.random(new Random(11), RANDOM, RANDOM))).isEmpty();
  }

  /** The reasons why patterns have no SQL; all others answer as the matcher does. */
  private static Set<String> leftOut(TrailTable form, Cases cases) {
    TrinoTable table = new TrinoTable(form);
    Set<String> unfit = new TreeSet<>();
    cases.records.forEach(record -> table.add(record).ifPresent(unfit::add));
    assertThat(unfit).isSubsetOf("a number is beyond the range of a double");
    trino.execute("DROP TABLE IF EXISTS " + table.name());
    table.create(trino);
    PatternSql compiler = new PatternSql(form);
    Set<String> leftOut = new TreeSet<>();
    int withoutSql = 0;
    List<FilterPattern> patterns = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (FilterPattern pattern : cases.patterns) {
      try {
        conditions.add(compiler.of(pattern));
        patterns.add(pattern);
      } catch (Inexpressible reason) {
        withoutSql++;
        leftOut.add(reason.getMessage());
      }
    }
    int compared = 0;
    for (int start = 0; start < patterns.size(); start += PATTERNS_AT_ONCE) {
      int end = Math.min(start + PATTERNS_AT_ONCE, patterns.size());
      compared += compare(table, patterns.subList(start, end), conditions.subList(start, end));
    }
    // Every pattern is in the comparison or among those left out, on every record that fits.
    assertThat(compared)
        .as("pairs compared")
        .isEqualTo((cases.patterns.size() - withoutSql) * table.records().size())
        .isGreaterThan(FEWEST_PAIRS);
    // In one piece: Trino puts a head before each.
    System.out.println(
        ("%s: %,d pairs compared (%,d patterns on %,d records);"
                + " without SQL %,d patterns, unfit %,d of %,d records")
            .formatted(
                form,
                compared,
                patterns.size(),
                table.records().size(),
                withoutSql,
                cases.records.size() - table.records().size(),
                cases.records.size()));
    return leftOut;
  }

  /** How many pairs of a pattern and a record were compared. */
  private static int compare(
      TrinoTable table, List<FilterPattern> patterns, List<String> conditions) {
    String sql =
        "SELECT number, ARRAY[%s] FROM %s"
            .formatted(
                conditions.stream()
                    .map(condition -> "coalesce(" + condition + ", false)")
                    .collect(Collectors.joining(", ")),
                table.name());
    List<MaterializedRow> rows = trino.execute(sql).getMaterializedRows();
    assertThat(rows).hasSameSizeAs(table.records());
    int compared = 0;
    for (MaterializedRow row : rows) {
      ObjectNode record = table.records().get((Integer) row.getField(0));
      List<?> answers = (List<?>) row.getField(1);
      for (int i = 0; i < patterns.size(); i++) {
        boolean expected = patterns.get(i).matches(record);
        compared++;
        if (!answers.get(i).equals(expected)) {
          assertThat(answers.get(i))
              .as("%s on %s as %s", patterns.get(i), record, conditions.get(i))
              .isEqualTo(expected);
        }
      }
    }
    return compared;
  }

  /** The query answers the report of the run on the records, whole. */
  @Test
  void theQueryIsTheBacktest() {
    ControlCatalog catalog = ControlCatalog.load();
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(catalog, Map.of());
    Snapshot account = account();
    Subjects all = new Subjects(parameters);
    List<Subject> subjects = new ArrayList<>(all.of(catalog.controls(), Optional.of(account)));
    subjects.addAll(all.of(account));
    FilterPattern ofTheDeploymentRole =
        FilterPattern.of("{ $.userIdentity.sessionContext.sessionIssuer.userName = deploy }");
    Function<Subject, List<FilterPattern>> exempt =
        subject ->
            subject.name().startsWith("security-group") ? List.of(ofTheDeploymentRole) : List.of();
    List<Path> folder = List.of(ROOT.resolve("shared/examples/records"));
    TrinoTable table = new TrinoTable(TrailTable.ATHENA);
    RecordReader reader = new RecordReader(Fields.ALL);
    RecordFolders.of(folder).forEach(source -> reader.read(source, new Into(table)));
    trino.execute("DROP TABLE IF EXISTS " + table.name());
    table.create(trino);

    BacktestQuery query =
        BacktestQuery.of(
            subjects, exempt, TrailTable.ATHENA, table.name(), "2026-11-01", "2026-11-30");

    assertThat(query.leftOut().values())
        .containsExactly("its alarm needs more than one event or data point");
    assertThat(query.sql().length()).isLessThan(TrailTable.ATHENA.longestQuery());
    assertThat(BacktestJson.of(QueryAnswer.of(query, answer(query.sql()))))
        .isEqualTo(
            BacktestJson.of(
                new Backtest(query.asked(), exempt).run(RecordFolders.of(folder), 1, () -> {})));
    assertThat(trino.execute("EXPLAIN " + query.sql()).getOnlyValue().toString())
        .as("bytes are charged for each reading")
        .containsOnlyOnce("table = memory:");
  }

  private static Snapshot account() {
    Path file = ROOT.resolve("shared/examples/accounts/broken-links.json");
    try {
      return SnapshotJson.read(Files.readString(file), file.toString());
    } catch (IOException | BadSnapshot unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The rows as Athena gives them: texts by the names of the columns. */
  private static List<Map<String, String>> answer(String sql) {
    MaterializedResult result = trino.execute(sql);
    List<Map<String, String>> rows = new ArrayList<>();
    for (MaterializedRow row : result.getMaterializedRows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.getFieldCount(); i++) {
        if (row.getField(i) != null) {
          cells.put(result.getColumnNames().get(i), row.getField(i).toString());
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Puts records into a table. */
  private record Into(TrinoTable table) implements RecordSink {
    @Override
    public void record(ObjectNode record) {
      assertThat(table.add(record)).isEmpty();
    }

    @Override
    public void damage(Damage damage) {
      throw new AssertionError(damage.message());
    }
  }
}
