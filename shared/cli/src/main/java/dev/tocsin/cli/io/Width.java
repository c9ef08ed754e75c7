package dev.tocsin.cli.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns a terminal has. */
public final class Width {

  /** Where nobody says otherwise. */
  public static final int USUAL = 80;

  /** Longer lines are harder to read, however wide the window is. */
  private static final int WIDEST = 120;

  /** In less, most words stand alone. */
  private static final int NARROWEST = 40;

  private static final File TERMINAL = new File("/dev/tty");
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,4})\\s*");

  private Width() {}

  /**
   * As wide as the terminal within reason; {@link #USUAL} where the output goes elsewhere, so that
   * it is the same whoever runs it.
   *
   * @param columns what {@code COLUMNS} says, which goes before what the terminal says
   */
  public static int of(Terminal terminal, Optional<String> columns) {
    return terminal.interactive() ? Math.min(WIDEST, said(columns).orElseGet(Width::asked)) : USUAL;
  }

  /** What somebody asks for; empty where it is no width that a line of text fits into. */
  private static Optional<Integer> said(Optional<String> columns) {
    return columns
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(text -> Math.max(NARROWEST, Integer.parseInt(text)));
  }

  /** What {@code stty} says, which every POSIX system has; Windows keeps the usual width. */
  private static int asked() {
    if (!TERMINAL.canRead()) {
      return USUAL;
    }
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return USUAL;
      }
      byte[] answer = stty.getInputStream().readNBytes(64);
      Matcher size = SIZE.matcher(new String(answer, StandardCharsets.UTF_8));
      int columns = size.matches() ? Integer.parseInt(size.group(1)) : 0;
      return columns > 0 ? columns : USUAL;
    } catch (IOException e) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }
}
