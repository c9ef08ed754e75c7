package dev.tocsin.cli.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks the person at the terminal. */
public final class YesOrNo {

  private YesOrNo() {}

  /** True iff the answer is {@code yes}; without anybody to answer it is no. */
  public static boolean ask(Terminal terminal, String what) {
    terminal.out().flush();
    terminal.err().print(what + "? Only `yes` does: ");
    terminal.err().flush();
    try {
      byte[] answer = new byte[5];
      int length = System.in.read(answer);
      if (length < 0 || !terminal.interactive()) {
        // Only a terminal shows the answer with its line's end.
        terminal.err().println();
      }
      return length >= 3
          && new String(answer, 0, length, StandardCharsets.UTF_8).strip().equals("yes");
    } catch (IOException e) {
      terminal.err().println();
      return false;
    }
  }
}
