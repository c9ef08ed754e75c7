package dev.tocsin.cli.io;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, progress and notes to {@code err}.
 *
 * @param interactive whether a person reads {@code out}
 * @param colour whether {@code out} takes ANSI colours
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colour) {

  /** The process's own streams, in UTF-8 whatever the locale. */
  public static Terminal ofProcess(Map<String, String> environment, StandardOutput out) {
    boolean interactive = isTerminal(System.console());
    boolean colour =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        stream(out, false),
        stream(new FileOutputStream(FileDescriptor.err), true),
        interactive,
        colour);
  }

  private static PrintStream stream(OutputStream to, boolean atOnce) {
    return new PrintStream(new BufferedOutputStream(to, 1 << 16), atOnce, StandardCharsets.UTF_8);
  }

  /** Up to Java 21 a console is there iff there is a terminal; later it says so itself. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
