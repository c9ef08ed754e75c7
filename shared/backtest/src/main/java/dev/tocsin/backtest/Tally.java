package dev.tocsin.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.stream.SharedTests;
import dev.tocsin.backtest.tally.Happening;
import dev.tocsin.records.Damage;
import dev.tocsin.records.RecordSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one thread has counted. */
final class Tally implements RecordSink {

  private static final int DAMAGES_NAMED = 10;
  private static final int DAY_LENGTH = "2025-01-01".length();

  private final TestTable table;
  private final SharedTests tests;
  private final List<SubjectTally> subjects = new ArrayList<>();
  private final Runnable seen;

  private long records;
  private long others;
  private long damaged;
  private final TreeSet<String> damages = new TreeSet<>();
  private final Set<String> days = new HashSet<>();
  private String lastDay = "";
  private String from = "";
  private String to = "";

  Tally(List<Subject> subjects, TestTable table, Runnable seen) {
    this.table = table;
    this.tests = new SharedTests(table.tests());
    this.seen = seen;
    for (int i = 0; i < subjects.size(); i++) {
      this.subjects.add(new SubjectTally(subjects.get(i), table.exempt(i).length > 0));
    }
  }

  @Override
  public void record(ObjectNode record) {
    seen.run();
    if (!record.path("eventName").isTextual()) {
      others++;
      return;
    }
    records++;
    time(record.path("eventTime"));
    tests.look(record);
    Happening event = null;
    for (int i = 0; i < subjects.size(); i++) {
      if (tests.matches(table.ofSubject(i))) {
        event = event == null ? Happening.of(record) : event;
        boolean silenced = any(table.exempt(i));
        boolean lost = !silenced && table.watchers(i) != null && !any(table.watchers(i));
        subjects.get(i).add(event, silenced, lost);
      }
    }
  }

  @Override
  public void damage(Damage damage) {
    damaged++;
    name(damage.message());
  }

  void addAll(Tally other) {
    records += other.records;
    others += other.others;
    damaged += other.damaged;
    other.damages.forEach(this::name);
    days.addAll(other.days);
    if (!other.from.isEmpty()) {
      span(other.from);
      span(other.to);
    }
    for (int i = 0; i < subjects.size(); i++) {
      subjects.get(i).addAll(other.subjects.get(i));
    }
  }

  BacktestReport report() {
    return new BacktestReport(
        records,
        others,
        damaged,
        List.copyOf(damages),
        from,
        to,
        days.size(),
        subjects.stream().map(SubjectTally::report).toList());
  }

  private boolean any(int[] watchers) {
    for (int watcher : watchers) {
      if (tests.matches(watcher)) {
        return true;
      }
    }
    return false;
  }

  /** Times are all written alike, so that their texts are in their order. */
  private void time(JsonNode time) {
    String text = time.asText();
    if (text.length() < DAY_LENGTH || !Character.isDigit(text.charAt(0))) {
      return;
    }
    span(text);
    if (!text.startsWith(lastDay) || lastDay.isEmpty()) {
      lastDay = text.substring(0, DAY_LENGTH);
      days.add(lastDay);
    }
  }

  private void span(String text) {
    from = from.isEmpty() || text.compareTo(from) < 0 ? text : from;
    to = text.compareTo(to) > 0 ? text : to;
  }

  private void name(String damage) {
    damages.add(damage);
    if (damages.size() > DAMAGES_NAMED) {
      damages.pollLast();
    }
  }
}
