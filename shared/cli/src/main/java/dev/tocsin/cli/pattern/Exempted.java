package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.evaluation.VerdictJson;
import java.util.List;
import java.util.stream.Stream;

/** Says what is left out of a control, and what is no more. */
final class Exempted {
  private Exempted() {}

  /** Appends it to a line of JSON. */
  static ObjectNode into(ObjectNode line, Asked asked) {
    line.set("exempt", VerdictJson.of(asked.exempt()));
    line.set("exemptNoMore", VerdictJson.of(asked.ended()));
    return line;
  }

  /** In lines for people. */
  static List<String> lines(Asked asked) {
    return Stream.concat(
            asked.exempt().stream().map(one -> "exempt: " + one.inWords()),
            asked.ended().stream().map(one -> "exempt no more: " + one.inWords()))
        .toList();
  }
}
