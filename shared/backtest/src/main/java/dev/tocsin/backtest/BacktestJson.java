package dev.tocsin.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Heavy;
import dev.tocsin.backtest.tally.Moments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The one JSON of a report. Members are only ever added. */
public final class BacktestJson {

  /** What the document says it is. */
  public static final String SCHEMA = "tocsin-backtest/1";

  private BacktestJson() {}

  /** The whole report. */
  public static ObjectNode of(BacktestReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA)
        .put("records", report.records())
        .put("otherObjects", report.others())
        .put("damaged", report.damaged());
    report.damages().forEach(json.putArray("damages")::add);
    json.put("from", report.from()).put("to", report.to()).put("days", report.days());
    ArrayNode subjects = json.putArray("subjects");
    report.subjects().forEach(subject -> subjects.add(subject(subject, report.days())));
    return json;
  }

  private static ObjectNode subject(SubjectReport report, long days) {
    Subject subject = report.subject();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", subject.kind().id())
        .put("name", subject.name())
        .put("place", subject.place())
        .put("alarm", subject.alarm().orElse(null))
        .put("pattern", subject.test().text());
    json.putObject("timing")
        .put("periodSeconds", subject.timing().period())
        .put("events", subject.timing().events())
        .put("datapoints", subject.timing().datapoints())
        .put("periods", subject.timing().periods());
    json.setAll(alarm(report.alarm(), days));
    json.setAll(group(report.events()));
    report
        .silenced()
        .ifPresent(
            silenced -> {
              ObjectNode exempted = json.putObject("exempted");
              exempted.setAll(group(silenced.events()));
              exempted.set("left", alarm(silenced.alarm(), days));
            });
    report.lost().ifPresent(lost -> json.set("unseen", group(lost)));
    return json;
  }

  private static ObjectNode alarm(Moments.State state, long days) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("rings", state.rings())
        .put("ringsPerDay", perDay(state.rings(), days))
        .put("minutesInAlarm", state.seconds() / 60);
    json.set("ringsByDay", byDay(state.ringsByDay()));
    return json;
  }

  /** How many on each day with records, to two digits. */
  static double perDay(long count, long days) {
    return days == 0 ? 0 : Math.round(count * 100.0 / days) / 100.0;
  }

  private static ObjectNode group(Group.Counted group) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("events", group.events());
    json.set("eventsByDay", byDay(group.byDay()));
    json.set("eventNames", counts(group.eventNames()));
    json.set("principals", counts(group.principals()));
    json.set("addresses", counts(group.addresses()));
    json.set("agents", counts(group.agents()));
    json.put("countsLowByAtMost", group.countsLow());
    ArrayNode examples = json.putArray("examples");
    for (Group.Example example : group.examples()) {
      examples
          .addObject()
          .put("eventID", example.eventId())
          .put("eventTime", example.eventTime())
          .put("eventName", example.eventName())
          .put("principal", example.principal());
    }
    return json;
  }

  private static ArrayNode counts(List<Heavy.Count> counts) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    counts.forEach(
        count -> json.addObject().put("value", count.value()).put("count", count.count()));
    return json;
  }

  private static ObjectNode byDay(Map<Long, Long> days) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    days.forEach((day, count) -> json.put(day(day), count));
    return json;
  }

  /** A day since 1970 as ISO 8601 has it. */
  static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
