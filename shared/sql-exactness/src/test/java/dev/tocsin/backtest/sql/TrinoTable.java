package dev.tocsin.backtest.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trino.testing.StandaloneQueryRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table of AWS's form in Trino's memory, filled as the reader of JSON files fills it. */
final class TrinoTable {

  private static final int ROWS_AT_ONCE = 50;

  private final TrailTable form;
  private final List<ObjectNode> records = new ArrayList<>();

  TrinoTable(TrailTable form) {
    this.form = form;
  }

  String name() {
    return form.name().toLowerCase(Locale.ROOT) + "_records";
  }

  List<ObjectNode> records() {
    return records;
  }

  /** Keeps a record for the table; says why not where its members have undocumented types. */
  Optional<String> add(ObjectNode record) {
    Optional<String> undocumented =
        undocumented("$", form.columns(), record).or(() -> beyondDouble(record));
    if (undocumented.isEmpty()) {
      records.add(record);
    }
    return undocumented;
  }

  void create(StandaloneQueryRunner trino) {
    String columns =
        form.columns().entrySet().stream()
            .map(column -> column.getKey() + " " + type(column.getValue()))
            .collect(Collectors.joining(", "));
    String time = form == TrailTable.ATHENA ? "varchar" : "timestamp(3)";
    trino.execute(
        "CREATE TABLE %s (number integer, eventtime %s, \"timestamp\" varchar, %s)"
            .formatted(name(), time, columns));
    for (int start = 0; start < records.size(); start += ROWS_AT_ONCE) {
      List<String> rows = new ArrayList<>();
      for (int i = start; i < Math.min(start + ROWS_AT_ONCE, records.size()); i++) {
        rows.add(row(i, records.get(i)));
      }
      trino.execute("INSERT INTO " + name() + " VALUES " + String.join(",\n", rows));
    }
  }

  private String row(int number, ObjectNode record) {
    String time = record.path("eventTime").asText("");
    String day = time.length() < 10 ? "NULL" : Literal.of(time.substring(0, 10).replace('-', '/'));
    String moment = time.isEmpty() ? "NULL" : Literal.of(time);
    if (form == TrailTable.LAKE) {
      moment = "CAST(from_iso8601_timestamp(" + moment + ") AS timestamp(3))";
    }
    String columns =
        form.columns().entrySet().stream()
            .map(column -> value(column.getValue(), record.path(column.getKey())))
            .collect(Collectors.joining(", "));
    return "(%d, %s, %s, %s)".formatted(number, moment, day, columns);
  }

  private static Optional<String> undocumented(
      String path, Map<String, Column> columns, JsonNode object) {
    for (Map.Entry<String, Column> member : columns.entrySet()) {
      JsonNode value = object.path(member.getKey());
      Column column = member.getValue();
      String place = path + "." + member.getKey();
      if (value.isMissingNode()) {
        continue;
      }
      if (column instanceof Column.Struct struct) {
        Optional<String> inner =
            value.isObject()
                ? undocumented(place, struct.members(), value)
                : Optional.of(place + " is " + value.getNodeType());
        if (inner.isPresent()) {
          return inner;
        }
      } else if ((column instanceof Column.Text && !value.isTextual())
          || (column instanceof Column.Truth && !value.isBoolean())) {
        return Optional.of(place + " is " + value.getNodeType());
      }
    }
    return Optional.empty();
  }

  /** Trino's JSON has such a number as a text; no call of AWS takes one. */
  private static Optional<String> beyondDouble(JsonNode value) {
    if (value.isNumber() && Double.isInfinite(value.doubleValue())) {
      return Optional.of("a number is beyond the range of a double");
    }
    for (JsonNode inner : value) {
      Optional<String> found = beyondDouble(inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private String type(Column column) {
    if (column instanceof Column.Struct struct) {
      return struct.members().entrySet().stream()
          .map(member -> member.getKey() + " " + type(member.getValue()))
          .collect(Collectors.joining(", ", "ROW(", ")"));
    }
    return column instanceof Column.Truth && form == TrailTable.LAKE ? "boolean" : "varchar";
  }

  private String value(Column column, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "NULL";
    }
    if (column instanceof Column.Struct struct) {
      String members =
          struct.members().entrySet().stream()
              .map(member -> value(member.getValue(), value.path(member.getKey())))
              .collect(Collectors.joining(", "));
      return "CAST(ROW(" + members + ") AS " + type(column) + ")";
    }
    if (column instanceof Column.Truth && form == TrailTable.LAKE) {
      return value.asText();
    }
    return Literal.of(column instanceof Column.Json ? value.toString() : value.asText());
  }
}
