package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Spellings that a YAML template needs. */
final class Yaml {

  private Yaml() {}

  /** A double-quoted scalar; YAML reads JSON's strings. */
  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** The text with every line that is not empty moved to the right. */
  static String indented(String text, int spaces) {
    String margin = " ".repeat(spaces);
    return text.lines()
        .map(line -> line.isEmpty() ? line : margin + line)
        .collect(Collectors.joining("\n"));
  }

  /**
   * A CloudFormation logical id: {@code security-group-changes} is {@code SecurityGroupChanges}.
   */
  static String logicalId(String kebabCase) {
    return Arrays.stream(kebabCase.split("[-.]"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** How many members a section of a template has, such as {@code Resources}. */
  static int count(String template, String section) {
    return (int)
        template
            .lines()
            .dropWhile(line -> !line.equals(section + ":"))
            .skip(1)
            .takeWhile(line -> !line.matches("[^ #].*"))
            .filter(line -> line.matches(" {2}[A-Za-z].*"))
            .count();
  }
}
