package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Small random event patterns and records that have something to do with each other. */
final class RandomEventPatterns {
  private static final String[] NAMES = {"a", "b", "c"};
  private static final String[] TEXTS = {
    "", "x", "X", "xy", "yx", "xyx", "1", "10.1.2.3", "2001:db8::7"
  };
  private static final double[] NUMBERS = {0, 1, 1.5, -2};

  private final Random random;
  private final JsonNodeFactory json = JsonNodeFactory.instance;

  RandomEventPatterns(Random random) {
    this.random = random;
  }

  /** A pattern whose {@code detail} asks for small fields. */
  ObjectNode pattern() {
    ObjectNode pattern = json.objectNode();
    if (random.nextInt(4) == 0) {
      pattern.set("source", random.nextBoolean() ? oneOf("aws.ec2", "aws.iam") : sources());
    }
    if (random.nextInt(4) == 0) {
      pattern.set(
          "detail-type", oneOf("AWS API Call via CloudTrail", "AWS Service Event via CloudTrail"));
    }
    if (random.nextInt(6) == 0) {
      pattern.set("account", oneOf("111122223333", "444455556666"));
    }
    pattern.set("detail", fields(2, NAMES));
    return pattern;
  }

  /** A test on sources that names them by a part, or all but some. */
  private ArrayNode sources() {
    ObjectNode part = part();
    return json.arrayNode()
        .add(
            switch (random.nextInt(4)) {
              case 0 -> json.objectNode().set("anything-but", oneOf("aws.ec2", "aws.iam"));
              case 1 -> json.objectNode().set("anything-but", part);
              default -> part;
            });
  }

  private ObjectNode part() {
    return switch (random.nextInt(3)) {
      case 0 -> json.objectNode().put("prefix", random.nextBoolean() ? "aws.e" : "aw");
      case 1 -> json.objectNode().put("suffix", random.nextBoolean() ? "2" : "am");
      default -> json.objectNode().put("wildcard", random.nextBoolean() ? "aws.*c2" : "aws.i*");
    };
  }

  private ArrayNode oneOf(String first, String second) {
    ArrayNode array = json.arrayNode().add(first);
    return random.nextBoolean() ? array : array.add(second);
  }

  private ObjectNode fields(int depth, String... names) {
    ObjectNode fields = json.objectNode();
    boolean or = depth > 0 && random.nextInt(5) == 0;
    for (String name : names) {
      if (fields.isEmpty() || random.nextInt(3) == 0) {
        fields.set(name, depth > 0 && random.nextInt(3) == 0 ? fields(depth - 1, NAMES) : leaf());
      }
    }
    if (or) {
      fields.remove("c");
      fields.remove("b");
      fields
          .putArray("$or")
          .add(fields(depth - 1, "b", "c"))
          .add(fields(depth - 1, random.nextBoolean() ? "b" : "c"));
    }
    return fields;
  }

  private ArrayNode leaf() {
    ArrayNode tests = json.arrayNode();
    for (int i = random.nextInt(2); i >= 0; i--) {
      tests.add(test());
    }
    return tests;
  }

  private JsonNode test() {
    ObjectNode operator = json.objectNode();
    return switch (random.nextInt(14)) {
      case 0, 1 -> json.textNode(text());
      case 2 -> json.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> random.nextBoolean() ? json.nullNode() : json.booleanNode(random.nextBoolean());
      case 4 -> operator.set("prefix", caseless());
      case 5 -> operator.set("suffix", caseless());
      case 6 -> operator.put("equals-ignore-case", text());
      case 7 -> operator.put("wildcard", wildcard());
      case 8 -> operator.set("anything-but", excluded());
      case 9 -> operator.set("numeric", numeric());
      case 10 -> operator.put("cidr", random.nextBoolean() ? "10.0.0.0/12" : "2001:db8::/32");
      default -> operator.put("exists", random.nextBoolean());
    };
  }

  private JsonNode caseless() {
    return random.nextBoolean()
        ? json.textNode(text())
        : json.objectNode().put("equals-ignore-case", text());
  }

  private String wildcard() {
    return new String[] {"*", "x*", "*x", "x*x", "*y*", "x\\*", "\\\\"}[random.nextInt(7)];
  }

  private JsonNode excluded() {
    return switch (random.nextInt(6)) {
      case 0 -> json.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 1 -> json.arrayNode().add(text()).add("xyx");
      case 2 -> json.objectNode().put("prefix", "x");
      case 3 -> json.objectNode().set("suffix", json.arrayNode().add("x").add("y"));
      case 4 -> json.objectNode().put("wildcard", "x*x");
      default -> json.objectNode().put("equals-ignore-case", "xY");
    };
  }

  private ArrayNode numeric() {
    return random.nextBoolean()
        ? json.arrayNode().add(random.nextBoolean() ? "=" : "<=").add(1)
        : json.arrayNode().add(">").add(-2).add("<").add(1.5);
  }

  /** A record with the same small fields. */
  ObjectNode record() {
    ObjectNode record = object(2);
    record.put("eventSource", random.nextBoolean() ? "ec2.amazonaws.com" : "iam.amazonaws.com");
    record.put("eventType", random.nextBoolean() ? "AwsApiCall" : "AwsServiceEvent");
    record.put("recipientAccountId", "111122223333");
    return record;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = json.objectNode();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        object.set(name, value(depth));
      }
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> random.nextBoolean() ? json.nullNode() : json.booleanNode(random.nextBoolean());
      case 1 -> json.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 2, 3, 4 -> json.textNode(text());
      case 5, 6 -> array(depth);
      default -> object(depth - 1);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = json.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.add(value(depth - 1));
    }
    return array;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
