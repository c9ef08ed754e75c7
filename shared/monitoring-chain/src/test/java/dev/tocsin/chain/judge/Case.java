package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ActionKind;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.WatcherKind;
import dev.tocsin.filterpattern.Requirement;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One case of {@code cases/*.json}: an account, a control, and the verdict.
 *
 * <p>The account is {@code base.json} with the case's {@code pattern} in its only filter, after the
 * case's {@code patch}.
 */
record Case(String file, ObjectNode node) {

  String id() {
    return node.path("id").asText();
  }

  String title() {
    return node.path("title").asText();
  }

  JsonNode expected() {
    return node.path("expect");
  }

  Requirement requirement() {
    return Controls.requirement(node.path("control").asText("trail"));
  }

  /** The account as a snapshot's JSON. */
  ObjectNode account() {
    ObjectNode account = CaseFiles.base();
    ObjectNode filter = (ObjectNode) account.at("/regions/eu-west-1/metricFilters/0");
    String pattern =
        node.path("pattern").asText(Controls.pattern(node.path("control").asText("trail")));
    filter.put("filterPattern", pattern);
    Patch.apply(account, node.path("patch"));
    return account;
  }

  Snapshot snapshot() {
    try {
      return SnapshotJson.read(account(), id());
    } catch (BadSnapshot e) {
      throw new IllegalStateException(e);
    }
  }

  JudgeOptions options() {
    JsonNode options = node.path("options");
    Set<ActionKind> accepted = new HashSet<>();
    options
        .path("acceptedActions")
        .forEach(kind -> accepted.add(ActionKind.of(kind.asText()).orElseThrow()));
    Set<WatcherKind> watchers = new HashSet<>();
    options
        .path("acceptedWatchers")
        .forEach(kind -> watchers.add(WatcherKind.of(kind.asText()).orElseThrow()));
    return new JudgeOptions(
        options.path("acceptEventBridge").asBoolean(),
        accepted,
        watchers,
        options.path("maxEventsToAlarm").asInt(1),
        Optional.ofNullable(options.path("monitoringAccount").textValue()),
        snapshot().takenAt());
  }

  private static final Map<String, Verdict> VERDICTS = new ConcurrentHashMap<>();

  /** The judge's verdict, for tests that start from it: computed once for all of them. */
  Verdict verdict() {
    return VERDICTS.computeIfAbsent(id(), id -> judged());
  }

  /** The judge's verdict, computed anew: what a test of the judge asks for. */
  Verdict judged() {
    return new ChainJudge().judge(snapshot(), requirement(), options());
  }

  @Override
  public String toString() {
    return id() + " " + title();
  }
}
