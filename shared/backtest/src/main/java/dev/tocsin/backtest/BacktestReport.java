package dev.tocsin.backtest;

import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Moments;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest found.
 *
 * @param records CloudTrail records read
 * @param others JSON objects that are no CloudTrail records
 * @param damaged parts of the input that could not be read
 * @param damages the first of them by name
 * @param from the earliest {@code eventTime}, as written; empty iff there is none
 * @param to the latest
 * @param days on how many days (UTC) there is a record
 * @param subjects in the order given
 */
public record BacktestReport(
    long records,
    long others,
    long damaged,
    List<String> damages,
    String from,
    String to,
    long days,
    List<SubjectReport> subjects) {

  public BacktestReport {
    damages = List.copyOf(damages);
    subjects = List.copyOf(subjects);
  }

  /**
   * What one subject would have done.
   *
   * @param events the records it is about
   * @param alarm what its alarm would have done
   * @param silenced what the proposed exemption changes; empty iff there is none
   * @param lost events of which nothing deployed would have told; empty iff that was not asked
   */
  public record SubjectReport(
      Subject subject,
      Group.Counted events,
      Moments.State alarm,
      Optional<Silenced> silenced,
      Optional<Group.Counted> lost) {}

  /**
   * What an exemption changes.
   *
   * @param events the events that would no longer count
   * @param alarm what the alarm would do without them
   */
  public record Silenced(Group.Counted events, Moments.State alarm) {}

  /** True iff a required event happened of which nothing deployed would have told. */
  public boolean anyLost() {
    return subjects.stream()
        .anyMatch(subject -> subject.lost().map(lost -> lost.events() > 0).orElse(false));
  }
}
