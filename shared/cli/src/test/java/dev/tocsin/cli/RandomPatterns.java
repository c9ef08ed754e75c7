package dev.tocsin.cli;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Filter patterns such as people write, of any length up to a limit. */
final class RandomPatterns {

  private static final List<String> FIELDS =
      List.of(
          "$.eventName",
          "$.eventSource",
          "$.userIdentity.type",
          "$.errorCode",
          "$.awsRegion",
          "$.sourceIPAddress",
          "$.requestParameters.name",
          "$.requestParameters.items[0].count");
  private static final List<String> VALUES =
      List.of(
          "StopLogging",
          "Delete*",
          "*SecurityGroup*",
          "\"ec2.amazonaws.com\"",
          "Root",
          "\"*UnauthorizedOperation\"",
          "us-east-1",
          "\"203.0.113.*\"",
          "Create*",
          "\"iam*\"");

  private RandomPatterns() {}

  /** A JSON pattern of at most {@code length} characters. */
  static String pattern(Random random, int length) {
    String pattern = "{ " + test(random) + " }";
    for (int i = 0; i < 40; i++) {
      String longer = "{ " + expression(random, 1 + random.nextInt(3)) + " }";
      if (longer.length() <= length && longer.length() > pattern.length()) {
        pattern = longer;
      }
      if (random.nextInt(12) == 0) {
        break;
      }
    }
    return pattern;
  }

  private static String expression(Random random, int depth) {
    if (depth == 0) {
      return test(random);
    }
    var joined = new StringJoiner(random.nextBoolean() ? " && " : " || ", "(", ")");
    for (int parts = 2 + random.nextInt(3); parts > 0; parts--) {
      joined.add(expression(random, depth - 1));
    }
    return joined.toString();
  }

  private static String test(Random random) {
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    return switch (random.nextInt(8)) {
      case 0 -> field + " NOT EXISTS";
      case 1 -> field + " IS NULL";
      case 2 -> field + " > " + random.nextInt(10);
      case 3 -> field + " != " + VALUES.get(random.nextInt(VALUES.size()));
      default -> field + " = " + VALUES.get(random.nextInt(VALUES.size()));
    };
  }
}
