package dev.tocsin.backtest.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Patterns over a few fields and records with a few values, so that they meet. */
final class RandomSyntax {

  private static final List<String> TEXT_FIELDS =
      List.of(
          "$.eventName",
          "$.errorCode",
          "$.userIdentity.type",
          "$.userIdentity.sessionContext.attributes.mfaAuthenticated");
  private static final List<String> JSON_FIELDS =
      List.of(
          "$.requestParameters.a",
          "$.requestParameters.b.c",
          "$.requestParameters.l[0]",
          "$.requestParameters.l[*]",
          "$.requestParameters.o[*].c",
          "$.requestParameters.o.*");
  private static final List<String> TEXTS =
      List.of("ab", "aab", "abab", "b", "", "1", "1.0", "true", "it's", "a\nb", "é\uD83D\uDD14");
  private static final List<String> VALUES =
      List.of(
          "ab",
          "a*",
          "*b",
          "a*b",
          "*a*",
          "*a*b",
          "*",
          "\"*ab*b\"",
          "\"1\"",
          "1",
          "1.0",
          "1.5",
          "\"true\"",
          "%^a+b$%",
          "%a.b%",
          "%[^a]%",
          "\"it's\"",
          "-3",
          "\"*é*\"");
  private static final List<String> OPERATORS = List.of("=", "=", "=", "!=", "!=", "<", ">=", ">");
  private static final List<String> STATES =
      List.of("NOT EXISTS", "IS NULL", "IS TRUE", "IS FALSE");

  private final Random random;

  RandomSyntax(Random random) {
    this.random = random;
  }

  String pattern() {
    return "{ " + expression(random.nextInt(3)) + " }";
  }

  private String expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    var joined = new StringJoiner(random.nextBoolean() ? " && " : " || ", "(", ")");
    for (int parts = 2 + random.nextInt(2); parts > 0; parts--) {
      joined.add(expression(random.nextInt(depth + 1) == depth ? depth - 1 : 0));
    }
    return joined.toString();
  }

  private String leaf() {
    boolean text = random.nextInt(3) == 0;
    if (random.nextInt(4) == 0) {
      return text ? one(TEXT_FIELDS) + " NOT EXISTS" : one(JSON_FIELDS) + " " + one(STATES);
    }
    return (text ? one(TEXT_FIELDS) : one(JSON_FIELDS)) + " " + one(OPERATORS) + " " + one(VALUES);
  }

  ObjectNode record() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode record = json.objectNode();
    if (random.nextInt(5) > 0) {
      record.put("eventName", one(TEXTS));
    }
    if (random.nextInt(3) == 0) {
      record.put("errorCode", one(TEXTS));
    }
    if (random.nextInt(3) > 0) {
      ObjectNode identity = record.putObject("userIdentity").put("type", one(TEXTS));
      if (random.nextBoolean()) {
        identity
            .putObject("sessionContext")
            .putObject("attributes")
            .put("mfaAuthenticated", one(TEXTS));
      }
    }
    switch (random.nextInt(8)) {
      case 0 -> record.putNull("requestParameters");
      case 1 -> {}
      default -> record.set("requestParameters", parameters(json));
    }
    return record;
  }

  private ObjectNode parameters(JsonNodeFactory json) {
    ObjectNode parameters = json.objectNode();
    value(parameters, "a", 1);
    if (random.nextBoolean()) {
      value(parameters.putObject("b"), "c", 1);
    } else {
      value(parameters, "b", 1);
    }
    value(parameters, "l", 2);
    value(parameters, "o", 2);
    return parameters;
  }

  private void value(ObjectNode into, String name, int depth) {
    switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> {}
      case 1 -> into.putNull(name);
      case 2 -> into.put(name, random.nextBoolean());
      case 3 -> into.put(name, random.nextInt(5) - 3);
      case 4 -> into.put(name, List.of(1.0, 1.5, -3.0, 2e23, 1e-9).get(random.nextInt(5)));
      case 5, 6 -> into.put(name, one(TEXTS));
      case 7 -> {
        ObjectNode object = into.putObject(name);
        value(object, "c", depth - 1);
        value(object, "d", depth - 1);
      }
      default -> {
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        var array = into.putArray(name);
        for (int i = random.nextInt(3); i > 0; i--) {
          value(holder, "c", 0);
          if (random.nextBoolean()) {
            array.add(holder.path("c").isMissingNode() ? null : holder.get("c"));
          } else {
            array.add(holder.deepCopy());
          }
        }
      }
    }
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
