package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.AlarmMuteRule;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alarms and what mutes them. An alarm that is not known takes with it every alarm that reads its
 * state, and a mute rule that is not known every alarm it may be about.
 */
final class AlarmPart {
  private static final List<String> ACTIONS =
      List.of("AlarmActions", "OKActions", "InsufficientDataActions");
  private static final String METRIC_ALARMS = "MetricAlarms";
  private static final String NAME = "AlarmName";
  private static final String COMPOSITE_ALARMS = "CompositeAlarms";

  private final Draft draft;
  private final FilterPart filters;
  private final Set<String> lost = new HashSet<>();

  private AlarmPart(Draft draft, FilterPart filters) {
    this.draft = draft;
    this.filters = filters;
  }

  static void draw(Draft draft, FilterPart filters) {
    AlarmPart part = new AlarmPart(draft, filters);
    draft.of(Types.ALARM).forEach(part::metricAlarm);
    draft.of(Types.COMPOSITE_ALARM).forEach(part::compositeAlarm);
    draft.of(Types.MUTE_RULE).forEach(part::muteRule);
    part.dropWhatReadsLostOnes();
  }

  private void metricAlarm(Resource alarm) {
    draft.placed(alarm.name(), alarm);
    try {
      ObjectNode json = Draft.shaped(MetricAlarm.class, withKnownActions(alarm));
      if (mayBeStirred(alarm.region(), json)) {
        lost.add(alarm.name());
      }
      add(METRIC_ALARMS, alarm, json);
    } catch (NotKnown notKnown) {
      Set<String> touches = metricsOf(alarm);
      touches.add(alarm.name());
      lose("alarm", alarm, notKnown, touches);
    }
  }

  /** What the alarm may read: any metric of its Region, where it does not name one. */
  private Set<String> metricsOf(Resource alarm) {
    String metric = alarm.text("MetricName");
    if (!metric.isEmpty()) {
      return new HashSet<>(Set.of(alarm.text("Namespace") + "/" + metric));
    }
    Set<String> any = new HashSet<>();
    for (JsonNode filter : draft.list(alarm.region(), "metricFilters")) {
      for (JsonNode to : filter.path("metricTransformations")) {
        any.add(to.path("metricNamespace").asText() + "/" + to.path("metricName").asText());
      }
    }
    return any;
  }

  private void compositeAlarm(Resource alarm) {
    draft.placed(alarm.name(), alarm);
    try {
      add(COMPOSITE_ALARMS, alarm, Draft.shaped(CompositeAlarm.class, withKnownActions(alarm)));
    } catch (NotKnown notKnown) {
      lose("composite alarm", alarm, notKnown, Set.of(alarm.name()));
    }
  }

  private void add(String member, Resource alarm, ObjectNode json) {
    json.put(NAME, alarm.name()).put("AlarmArn", draft.arn(alarm));
    draft.list(alarm.region(), member).add(json);
  }

  private void lose(String kind, Resource alarm, NotKnown notKnown, Set<String> touches) {
    lost.add(alarm.name());
    draft.leaveOut(kind, alarm, notKnown, touches);
  }

  private boolean mayBeStirred(String region, JsonNode alarm) {
    List<JsonNode> metrics = new ArrayList<>(List.of(alarm));
    alarm.path("Metrics").forEach(query -> metrics.add(query.path("MetricStat").path("Metric")));
    return metrics.stream()
        .filter(metric -> metric.has("MetricName"))
        .anyMatch(
            metric ->
                filters.mayStir(
                    region, metric.path("Namespace").asText(), metric.path("MetricName").asText()));
  }

  /** An action that is not known is one that does not count; the others do. */
  private Resource withKnownActions(Resource alarm) {
    ObjectNode properties = alarm.properties().deepCopy();
    for (String member : ACTIONS) {
      Optional<Unknown> unknown = Unknown.in(alarm.get(member));
      if (unknown.isPresent()) {
        ArrayNode known = JsonNodeFactory.instance.arrayNode();
        alarm.get(member).forEach(action -> known.add(action));
        known.removeIf(action -> Unknown.in(action).isPresent());
        properties.set(member, known);
        draft.leaveOut("alarm", alarm, member, unknown.get().why(), Set.of(alarm.name()));
      }
    }
    return new Resource(alarm.type(), alarm.place(), alarm.region(), properties, alarm.doubt());
  }

  private void muteRule(Resource rule) {
    draft.placed(rule.name(), rule);
    try {
      ObjectNode json = Draft.shaped(AlarmMuteRule.class, rule);
      draft
          .list(rule.region(), "AlarmMuteRules")
          .add(json.put("Name", rule.name()).put("Status", "SCHEDULED"));
    } catch (NotKnown notKnown) {
      Set<String> muted = new HashSet<>();
      JsonNode names = rule.get("MuteTargets").path("AlarmNames");
      names.forEach(name -> muted.add(name.asText()));
      if (!names.isArray() || Unknown.in(names).isPresent()) {
        alarms().forEach(alarm -> muted.add(alarm.path(NAME).asText()));
      }
      lost.addAll(muted);
      Set<String> touches = new HashSet<>(muted);
      alarms().stream()
          .filter(alarm -> muted.contains(alarm.path(NAME).asText()))
          .map(AlarmPart::metric)
          .forEach(touches::add);
      draft.leaveOut("alarm mute rule", rule, notKnown, touches);
    }
  }

  private List<JsonNode> alarms() {
    List<JsonNode> alarms = new ArrayList<>();
    draft
        .regionNames()
        .toList()
        .forEach(
            region -> {
              draft.list(region, METRIC_ALARMS).forEach(alarms::add);
              draft.list(region, COMPOSITE_ALARMS).forEach(alarms::add);
            });
    return alarms;
  }

  private void dropWhatReadsLostOnes() {
    int before;
    do {
      before = lost.size();
      for (JsonNode alarm : alarms()) {
        String reads =
            alarm.path("AlarmRule").asText() + " " + alarm.path("ActionsSuppressor").asText();
        String name = alarm.path(NAME).asText();
        if (lost.stream().anyMatch(reads::contains) && lost.add(name)) {
          leaveOutWithItsAlarms(name, reads);
        }
      }
    } while (lost.size() > before);
    draft
        .regionNames()
        .toList()
        .forEach(
            region -> {
              dropLost(draft.list(region, METRIC_ALARMS));
              dropLost(draft.list(region, COMPOSITE_ALARMS));
            });
  }

  private void leaveOutWithItsAlarms(String name, String reads) {
    Set<String> touches = new HashSet<>(Set.of(name));
    alarms().stream()
        .map(alarm -> alarm.path(NAME).asText())
        .filter(reads::contains)
        .forEach(touches::add);
    draft.of(Types.COMPOSITE_ALARM).stream()
        .filter(alarm -> alarm.name().equals(name))
        .forEach(
            alarm ->
                draft.leaveOut(
                    "composite alarm",
                    alarm,
                    "AlarmRule",
                    "names an alarm of which something is not known",
                    touches));
  }

  private static String metric(JsonNode alarm) {
    return alarm.path("Namespace").asText() + "/" + alarm.path("MetricName").asText();
  }

  private void dropLost(ArrayNode alarms) {
    for (Iterator<JsonNode> each = alarms.iterator(); each.hasNext(); ) {
      if (lost.contains(each.next().path(NAME).asText())) {
        each.remove();
      }
    }
  }
}
