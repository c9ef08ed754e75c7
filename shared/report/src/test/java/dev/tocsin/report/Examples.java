package dev.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Verdicts on the shipped accounts, judged for real, under names of a test's own. */
final class Examples {
  /** One with a missed pattern, one with another broken link, one that a trail does not carry. */
  static final List<String> CONTROLS =
      List.of(
          "console-signin-without-mfa",
          "organizations-changes",
          "vpc-changes",
          "config-rule-noncompliance");

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path ACCOUNTS =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts");
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final ControlJudge JUDGE = new ControlJudge();
  private static final Instant JUDGED = Instant.parse("2026-11-21T08:00:00Z");
  private static final Set<String> NAMED =
      Set.of("Name", "filterName", "AlarmName", "MetricName", "metricName", "Endpoint");

  private Examples() {}

  /** A good and a broken account, and one that was not read. */
  static Report report() {
    return new Report(
        List.of(account("good", ""), account("broken-links", "")),
        List.of(new UnreadAccount("444455556666", "`sts:AssumeRole` is denied")));
  }

  /** The same with the name at the end of every name of the accounts. */
  static Report named(String name) {
    return new Report(
        List.of(account("good", name), account("broken-links", name)),
        List.of(new UnreadAccount("444455556666" + name, "cannot be read" + name)));
  }

  /** More accounts than are printed whole, half of them broken. */
  static Report many() {
    return new Report(
        IntStream.range(0, 10)
            .mapToObj(i -> account(i % 2 == 0 ? "good" : "broken-links", "-" + i))
            .toList(),
        List.of());
  }

  /** The broken account, with all that is broken written down there. */
  static Report written(Place place) {
    AccountVerdicts broken = account("broken-links", "");
    return Report.of(
        new AccountVerdicts(
            broken.account(),
            broken.region(),
            broken.basis(),
            broken.evaluations().stream()
                .map(
                    one ->
                        new Evaluation(
                            one.control(),
                            one.verdict()
                                .withFindings(
                                    one.verdict().findings().stream()
                                        .map(finding -> finding.at(Optional.of(place)))
                                        .toList())))
                .toList()));
  }

  static AccountVerdicts account(String file, String name) {
    try {
      JsonNode account = JSON.readTree(Files.readString(ACCOUNTS.resolve(file + ".json")));
      rename(account, name);
      return judged(SnapshotJson.read(account, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadSnapshot e) {
      throw new AssertionError(e);
    }
  }

  private static AccountVerdicts judged(Snapshot snapshot) {
    RuleParameters parameters =
        (RuleParameters)
            RuleParameters.parse(
                CATALOG, Map.of(Parameter.EXEMPT, "{ $.eventName = CreateVpcPeeringConnection }"));
    List<Evaluation> evaluations =
        CONTROLS.stream()
            .map(id -> CATALOG.find(id).orElseThrow())
            .map(
                control ->
                    new Evaluation(
                        control,
                        JUDGE.judge(control, parameters, snapshot, Confirmation.NOT_ASKED)))
            .toList();
    return new AccountVerdicts(
        snapshot.account(), snapshot.region(), Basis.of(snapshot, parameters, JUDGED), evaluations);
  }

  private static void rename(JsonNode node, String suffix) {
    // A trail of another name than its ARN's is no trail.
    if (node instanceof ObjectNode object && !object.has("TrailARN")) {
      for (String key : NAMED) {
        if (object.path(key).isTextual()) {
          object.put(key, object.path(key).textValue() + suffix);
        }
      }
    }
    node.forEach(child -> rename(child, suffix));
  }

  /** Names that would do harm where they were taken for anything but names. */
  static List<String> hostileNames() {
    try {
      Path names = ACCOUNTS.resolveSibling("hostile-names.json");
      return Arrays.asList(JSON.readValue(names.toFile(), String[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
