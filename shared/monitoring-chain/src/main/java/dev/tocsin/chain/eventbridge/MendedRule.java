package dev.tocsin.chain.eventbridge;

import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.Optional;

/**
 * A rule that sees what it should.
 *
 * @param pattern its event pattern
 * @param besides what else has to be done to it, an imperative clause; empty iff nothing
 */
public record MendedRule(EventPattern pattern, Optional<String> besides) {

  /** What to do, an imperative clause. */
  String inWords() {
    return "set its event pattern to `"
        + pattern.text()
        + "`"
        + besides.map(fix -> ", and " + fix).orElse("");
  }
}
