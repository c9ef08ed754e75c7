package dev.tocsin.lambda;

/** The invocation's time is nearly up; nothing is reported, so that the last true result stands. */
public final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTime(String what, long seconds) {
    super(
        "%s took longer than the %d s that the function has for it; nothing is reported and the last result stands. Fix: raise the timeout of the function"
            .formatted(what, seconds));
  }
}
