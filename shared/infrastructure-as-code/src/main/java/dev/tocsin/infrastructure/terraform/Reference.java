package dev.tocsin.infrastructure.terraform;

import java.util.ArrayList;
import java.util.List;

/**
 * A reference or an address, taken apart: {@code module.a["x"].aws_sns_topic.b[0].arn} is {@code
 * module}, {@code a["x"]}, {@code aws_sns_topic}, {@code b[0]}, {@code arn}.
 */
final class Reference {
  /**
   * One part.
   *
   * @param name the part without its key
   * @param key what stands in brackets, quotes taken off; null iff there is none
   */
  record Step(String name, String key) {

    /** The part as it is written in an address. */
    String text() {
      return key == null ? name : name + "[\"" + key + "\"]";
    }
  }

  private Reference() {}

  static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '[') {
        depth++;
      } else if (!quoted && c == ']') {
        depth--;
      } else if (c == '.' && !quoted && depth == 0) {
        steps.add(step(text.substring(start, i)));
        start = i + 1;
      }
    }
    steps.add(step(text.substring(start)));
    return steps;
  }

  private static Step step(String part) {
    int bracket = part.indexOf('[');
    if (bracket < 0) {
      return new Step(part, null);
    }
    int end = part.lastIndexOf(']');
    String key = part.substring(bracket + 1, end < bracket ? part.length() : end);
    return new Step(part.substring(0, bracket), key.replaceAll("^\"|\"$", ""));
  }
}
