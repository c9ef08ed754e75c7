package dev.tocsin.backtest;

import dev.tocsin.backtest.BacktestReport.Silenced;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Happening;
import dev.tocsin.backtest.tally.Moments;
import java.util.Optional;

/** What one thread has counted for one subject. */
final class SubjectTally {
  private final Subject subject;
  private final boolean exempting;
  private final Group events = new Group();
  private final Moments moments;
  private final Group silenced = new Group();
  private final Moments left;
  private final Group lost = new Group();

  SubjectTally(Subject subject, boolean exempting) {
    this.subject = subject;
    this.exempting = exempting;
    this.moments = new Moments(subject.timing());
    this.left = new Moments(subject.timing());
  }

  void add(Happening event, boolean isSilenced, boolean isLost) {
    events.add(event);
    event.second().ifPresent(moments::add);
    if (isSilenced) {
      silenced.add(event);
    } else if (exempting) {
      event.second().ifPresent(left::add);
    }
    if (isLost) {
      lost.add(event);
    }
  }

  void addAll(SubjectTally other) {
    events.addAll(other.events);
    moments.addAll(other.moments);
    silenced.addAll(other.silenced);
    left.addAll(other.left);
    lost.addAll(other.lost);
  }

  SubjectReport report() {
    return new SubjectReport(
        subject,
        events.counted(),
        moments.state(),
        exempting ? Optional.of(new Silenced(silenced.counted(), left.state())) : Optional.empty(),
        subject.watchers().map(watchers -> lost.counted()));
  }
}
