package dev.tocsin.chain.verdict;

import dev.tocsin.filterpattern.FilterPattern;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Events that need not raise the alarm.
 *
 * @param name what people call it; the pattern's own text where nobody named it
 * @param events what is exempt
 * @param reason why, in one line
 * @param until the last day, in UTC, on which it holds; empty iff it has no end
 */
public record Exemption(
    String name, FilterPattern events, Optional<String> reason, Optional<LocalDate> until) {

  /** One without name, reason or end. */
  public static Exemption unnamed(FilterPattern events) {
    return new Exemption(events.text(), events, Optional.empty(), Optional.empty());
  }

  /** Whether nobody named it. */
  public boolean isUnnamed() {
    return reason.isEmpty();
  }

  /** Whether it still exempts on that day. */
  public boolean holdsOn(LocalDate day) {
    return until.isEmpty() || !day.isAfter(until.get());
  }

  /** The name, with the end where there is one. */
  public String brief() {
    return "`" + name + "`" + until.map(day -> " until " + day).orElse("");
  }

  /** All that is said of it: name, end and reason. */
  public String inWords() {
    return brief() + reason.map(why -> " (" + why + ")").orElse("");
  }
}
