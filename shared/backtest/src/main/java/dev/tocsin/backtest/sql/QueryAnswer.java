package dev.tocsin.backtest.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.backtest.BacktestReport;
import dev.tocsin.backtest.BacktestReport.Silenced;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.sql.CountedPart.Kind;
import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Heavy;
import dev.tocsin.backtest.tally.Moments;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows that answer a query, as the report that a run on the records makes. */
public final class QueryAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a subject's number and a part, what the rows about it say, by what they are about. */
  private final Map<String, Map<String, List<Map<String, String>>>> rows = new LinkedHashMap<>();

  private QueryAnswer(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      this.rows
          .computeIfAbsent(key(cell(row, "number"), cell(row, "part")), absent -> new TreeMap<>())
          .computeIfAbsent(cell(row, "about"), absent -> new ArrayList<>())
          .add(row);
    }
  }

  /**
   * Reads the rows of a query's answer, each by the names of the columns.
   *
   * @throws IllegalArgumentException if they are not what the query asks for
   */
  public static BacktestReport of(BacktestQuery query, List<Map<String, String>> rows) {
    QueryAnswer answer = new QueryAnswer(rows);
    List<SubjectReport> subjects = new ArrayList<>();
    for (int i = 0; i < query.asked().size(); i++) {
      subjects.add(answer.subject(query.asked().get(i), i + 1, query.exempting().get(i)));
    }
    Optional<Map<String, String>> all = answer.about(0, Kind.EVENTS, "all").stream().findFirst();
    return new BacktestReport(
        all.map(row -> number(row, "events")).orElse(0L),
        0,
        0,
        List.of(),
        all.map(row -> cell(row, "first")).orElse(""),
        all.map(row -> cell(row, "last")).orElse(""),
        answer.about(0, Kind.EVENTS, "day").size(),
        subjects);
  }

  private SubjectReport subject(Subject subject, int number, boolean exempting) {
    return new SubjectReport(
        subject,
        group(number, Kind.EVENTS),
        alarm(number, Kind.EVENTS),
        exempting
            ? Optional.of(new Silenced(group(number, Kind.EXEMPT), alarm(number, Kind.LEFT)))
            : Optional.empty(),
        subject.watchers().map(watchers -> group(number, Kind.UNSEEN)));
  }

  private Group.Counted group(int number, Kind part) {
    Optional<Map<String, String>> all = about(number, part, "all").stream().findFirst();
    TreeMap<Long, Long> byDay = new TreeMap<>();
    about(number, part, "day").forEach(row -> byDay.put(day(row), number(row, "events")));
    return new Group.Counted(
        all.map(row -> number(row, "events")).orElse(0L),
        byDay,
        most(number, part, "event"),
        most(number, part, "principal"),
        most(number, part, "address"),
        most(number, part, "agent"),
        0,
        all.map(QueryAnswer::examples).orElse(List.of()));
  }

  private Moments.State alarm(int number, Kind part) {
    TreeMap<Long, Long> ringsByDay = new TreeMap<>();
    long rings = 0;
    long seconds = 0;
    for (Map<String, String> row : about(number, part, "day")) {
      long ofDay = number(row, "rings");
      rings += ofDay;
      seconds += number(row, "seconds_in_alarm");
      if (ofDay > 0) {
        ringsByDay.put(day(row), ofDay);
      }
    }
    return new Moments.State(rings, seconds, ringsByDay);
  }

  /** In the order of the answer, which is that of a report. */
  private List<Heavy.Count> most(int number, Kind part, String about) {
    return about(number, part, about).stream()
        .map(row -> new Heavy.Count(cell(row, "value"), number(row, "events")))
        .toList();
  }

  private static List<Group.Example> examples(Map<String, String> row) {
    String text = cell(row, "examples");
    try {
      return JSON.readValue(text, new TypeReference<List<List<String>>>() {}).stream()
          .map(one -> new Group.Example(one.get(0), one.get(1), one.get(2), one.get(3)))
          .toList();
    } catch (JsonProcessingException | IndexOutOfBoundsException e) {
      throw unexpected("examples", "lists of four texts", text);
    }
  }

  private List<Map<String, String>> about(int number, Kind part, String about) {
    return rows.getOrDefault(key(Integer.toString(number), part.id()), Map.of())
        .getOrDefault(about, List.of());
  }

  private static String key(String number, String part) {
    return number + " " + part;
  }

  private static long day(Map<String, String> row) {
    String text = cell(row, "value");
    try {
      return LocalDate.parse(text).toEpochDay();
    } catch (DateTimeParseException e) {
      throw unexpected("value", "a day", text);
    }
  }

  private static long number(Map<String, String> row, String column) {
    String text = cell(row, column);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw unexpected(column, "a whole number", text);
    }
  }

  private static String cell(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null) {
      throw unexpected(column, "a value", "none");
    }
    return text;
  }

  private static IllegalArgumentException unexpected(String column, String wanted, String found) {
    return new IllegalArgumentException(
        "column `%s` of the query's answer: expected %s, found `%s`"
            .formatted(column, wanted, found));
  }
}
