package dev.tocsin.backtest;

import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.filterpattern.EventTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something of which is asked what it would have done.
 *
 * @param kind what it is
 * @param name a control's id, a filter's or a rule's name
 * @param place where it is deployed, for people; empty for a control
 * @param alarm the alarm that rings for it; empty iff it has none, or none whose timing is known
 * @param timing when that alarm rings, or {@link AlarmTiming#DEFAULT}
 * @param test which records it is about
 * @param watchers what tells a person of its events in the account; empty iff that is not asked
 */
public record Subject(
    Kind kind,
    String name,
    String place,
    Optional<String> alarm,
    AlarmTiming timing,
    EventTest test,
    Optional<List<EventTest>> watchers) {

  /** The kinds, in the order of a report. */
  public enum Kind {
    CONTROL,
    FILTER,
    RULE;

    /** In lower case, as reports have it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Subject {
    watchers = watchers.map(List::copyOf);
  }
}
