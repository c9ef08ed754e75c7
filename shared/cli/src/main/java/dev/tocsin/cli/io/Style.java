package dev.tocsin.cli.io;

/**
 * Words in colour where the terminal takes it, plain elsewhere.
 *
 * @param colour whether the reader takes ANSI colours
 */
public record Style(boolean colour) {

  /** What holds. */
  public String good(String text) {
    return paint("32", text);
  }

  /** What does not. */
  public String bad(String text) {
    return paint("31", text);
  }

  /** What need not be read. */
  public String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
