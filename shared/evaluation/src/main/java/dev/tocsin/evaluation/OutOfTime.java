package dev.tocsin.evaluation;

/** The time of an evaluation is up; nothing is said, so that the last true result stands. */
public final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTime(String what, long seconds, String open, String fix) {
    super(
        "%s took longer than the %d s that there are for it%s. Fix: %s"
            .formatted(what, seconds, open.isEmpty() ? "" : "; " + open, fix));
  }
}
