package dev.tocsin.drill;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of one link.
 *
 * @param subject the thing, named as in a {@link Finding}
 * @param after since the record was written; empty where nothing was seen to happen
 * @param says in words, lower case, no final stop
 */
public record Step(
    Link link, String subject, Outcome outcome, Optional<Duration> after, String says) {

  /** How far a link is known. */
  public enum Outcome {
    /** It holds by the verdict on what was read; the drill does not try it. */
    READ,
    /** It was seen to work. */
    WORKED,
    /** It was seen not to work in time, or cannot as it was read. */
    BROKEN,
    /** Nothing that CloudWatch counts says whether it works. */
    NOT_SHOWN
  }

  static Step read(Link link, String subject, String says) {
    return new Step(link, subject, Outcome.READ, Optional.empty(), says);
  }

  static Step worked(Link link, String subject, Duration after, String says) {
    return new Step(link, subject, Outcome.WORKED, Optional.of(after), says);
  }

  static Step broken(Link link, String subject, String says) {
    return new Step(link, subject, Outcome.BROKEN, Optional.empty(), says);
  }

  static Step notShown(Link link, String subject, String says) {
    return new Step(link, subject, Outcome.NOT_SHOWN, Optional.empty(), says);
  }

  static Step of(Finding finding) {
    return broken(finding.link(), finding.subject(), finding.problem());
  }

  /** Whether it was found broken. */
  public boolean isBroken() {
    return outcome == Outcome.BROKEN;
  }
}
