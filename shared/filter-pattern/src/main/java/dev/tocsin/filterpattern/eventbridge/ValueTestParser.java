package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.eventbridge.ValueTest.AnythingBut;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Bound;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Cidr;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Constant;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Numeric;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Place;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Text;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one test of an event pattern: a value, or an object with one operator. */
final class ValueTestParser {
  private static final String OPERATORS =
      "`prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `exists` or"
          + " `cidr`";
  private static final String ONE_OPERATOR = "write one operator, as in {\"prefix\": \"Create\"}";
  private static final String IGNORE_CASE = "equals-ignore-case";

  private ValueTestParser() {}

  static ValueTest parse(JsonNode test, String path) throws Refusal {
    if (!test.isObject()) {
      return value(test, path);
    }
    if (test.size() != 1) {
      throw new Refusal(path, "one operator", test, ONE_OPERATOR);
    }
    Map.Entry<String, JsonNode> only = test.properties().iterator().next();
    String operator = only.getKey();
    JsonNode operand = only.getValue();
    String where = path + " " + operator;
    return switch (operator) {
      case "prefix" -> placed(Place.PREFIX, operand, where);
      case "suffix" -> placed(Place.SUFFIX, operand, where);
      case IGNORE_CASE -> new Text(Place.WHOLE, letters(operand, where), true);
      case "wildcard" -> wildcard(operand, where);
      case "anything-but" -> new AnythingBut(excluded(operand, where));
      case "numeric" -> numeric(operand, where);
      case "exists" -> exists(operand, where);
      case "cidr" -> cidr(operand, where);
      default -> throw new Refusal(path, OPERATORS, "`" + operator + "`", ONE_OPERATOR);
    };
  }

  private static ValueTest value(JsonNode value, String path) throws Refusal {
    if (value.isTextual()) {
      return new Text(Place.WHOLE, value.textValue(), false);
    }
    if (value.isNumber()) {
      return new Numeric(List.of(new Bound("=", value.decimalValue())));
    }
    if (value.isArray()) {
      throw new Refusal(path, "a value", value, "write the values in one array");
    }
    return new Constant(value);
  }

  private static ValueTest placed(Place place, JsonNode operand, String where) throws Refusal {
    if (operand.isObject() && operand.size() == 1 && operand.has(IGNORE_CASE)) {
      return new Text(place, letters(operand.get(IGNORE_CASE), where), true);
    }
    return new Text(place, text(operand, where), false);
  }

  private static String text(JsonNode operand, String where) throws Refusal {
    if (!operand.isTextual()) {
      throw new Refusal(where, "a text", operand, "put it into double quotes");
    }
    return operand.textValue();
  }

  /** A text to be compared without regard to case, which is certain for ASCII only. */
  private static String letters(JsonNode operand, String where) throws Refusal {
    String text = text(operand, where);
    if (text.chars().anyMatch(c -> c > 127)) {
      throw new Refusal(where, "ASCII letters only", operand, "list the spellings one by one");
    }
    return text;
  }

  private static ValueTest wildcard(JsonNode operand, String where) throws Refusal {
    String text = text(operand, where);
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i == text.length() || (text.charAt(i) != '*' && text.charAt(i) != '\\')) {
          throw new Refusal(where, "`*` or `\\` behind `\\`", operand, "write `\\\\` for `\\`");
        }
        piece.append(text.charAt(i));
      } else if (c != '*') {
        piece.append(c);
      } else if (i > 0 && text.charAt(i - 1) == '*' && piece.length() == 0) {
        throw new Refusal(where, "single `*`", operand, "write `*` instead of `**`");
      } else {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    return new Wildcard(pieces);
  }

  private static List<ValueTest> excluded(JsonNode operand, String where) throws Refusal {
    List<ValueTest> tests = new ArrayList<>();
    if (operand.isObject()) {
      if (operand.size() != 1) {
        throw new Refusal(where, "one operator", operand, ONE_OPERATOR);
      }
      Map.Entry<String, JsonNode> only = operand.properties().iterator().next();
      for (JsonNode text : each(only.getValue(), where)) {
        tests.add(excluded(only.getKey(), text, where));
      }
      return tests;
    }
    boolean numbers = each(operand, where).iterator().next().isNumber();
    for (JsonNode value : each(operand, where)) {
      if (value.isNumber() != numbers || (!value.isNumber() && !value.isTextual())) {
        String fix = "write one kind of values in each `anything-but`";
        throw new Refusal(where, "texts only or numbers only", operand, fix);
      }
      tests.add(value(value, where));
    }
    return tests;
  }

  private static ValueTest excluded(String operator, JsonNode text, String where) throws Refusal {
    return switch (operator) {
      case "prefix" -> new Text(Place.PREFIX, text(text, where), false);
      case "suffix" -> new Text(Place.SUFFIX, text(text, where), false);
      case IGNORE_CASE -> new Text(Place.WHOLE, letters(text, where), true);
      case "wildcard" -> wildcard(text, where);
      default ->
          throw new Refusal(
              where,
              "`prefix`, `suffix`, `equals-ignore-case` or `wildcard`",
              "`" + operator + "`",
              ONE_OPERATOR);
    };
  }

  /** The elements of an array, or the one value that is none. */
  private static Iterable<JsonNode> each(JsonNode operand, String where) throws Refusal {
    if (!operand.isArray()) {
      return List.of(operand);
    }
    if (operand.isEmpty()) {
      throw new Refusal(where, "an array with values", operand, "write the values to exclude");
    }
    return operand;
  }

  private static ValueTest numeric(JsonNode operand, String where) throws Refusal {
    int size = operand.size();
    boolean range =
        size == 4
            && operand.path(0).asText().startsWith(">")
            && operand.path(2).asText().startsWith("<");
    List<Bound> bounds = new ArrayList<>();
    if (operand.isArray() && (size == 2 || range)) {
      for (int i = 0; i < size; i += 2) {
        String operator = operand.get(i).asText();
        if (List.of("=", "<", "<=", ">", ">=").contains(operator)
            && operand.get(i + 1).isNumber()) {
          bounds.add(new Bound(operator, operand.get(i + 1).decimalValue()));
        }
      }
    }
    if (bounds.isEmpty() || bounds.size() * 2 != size) {
      throw new Refusal(
          where, "an operator and a number, or a range", operand, "write [\">\", 0, \"<=\", 5]");
    }
    return new Numeric(bounds);
  }

  private static ValueTest exists(JsonNode operand, String where) throws Refusal {
    if (!operand.isBoolean()) {
      throw new Refusal(where, "`true` or `false`", operand, "write {\"exists\": true}");
    }
    return new Exists(operand.booleanValue());
  }

  private static ValueTest cidr(JsonNode operand, String where) throws Refusal {
    return Network.parse(text(operand, where))
        .map(Cidr::new)
        .orElseThrow(
            () -> new Refusal(where, "a block of addresses", operand, "write \"192.0.2.0/24\""));
  }
}
