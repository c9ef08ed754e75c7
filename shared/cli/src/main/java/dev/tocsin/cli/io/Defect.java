package dev.tocsin.cli.io;

/** Words for what only a mistake of ours, or too little memory, can cause. */
public final class Defect {

  private Defect() {}

  /** What to tell the user, in one line. */
  public static String text(Throwable defect) {
    if (defect instanceof OutOfMemoryError) {
      return "%s: this needs more memory than Java has. Fix: give it more, for instance `-Xmx2g`"
          .formatted(OneLine.of(String.valueOf(defect)));
    }
    StackTraceElement[] trace = defect.getStackTrace();
    return "this is a defect of tocsin, please report it with the command and its input: "
        + OneLine.of(String.valueOf(defect))
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
