package dev.tocsin.cli;

import java.io.IOException;

/** Asks the person at the terminal. */
final class Question {

  private Question() {}

  /** True iff the answer is {@code yes}; without anybody to answer it is no. */
  static boolean yes(Terminal terminal, String what) {
    terminal.out().flush();
    terminal.err().print(what + "? Only `yes` does: ");
    terminal.err().flush();
    try {
      byte[] answer = new byte[5];
      int length = System.in.read(answer);
      return length >= 3
          && new String(answer, 0, length, java.nio.charset.StandardCharsets.UTF_8)
              .strip()
              .equals("yes");
    } catch (IOException e) {
      return false;
    }
  }
}
