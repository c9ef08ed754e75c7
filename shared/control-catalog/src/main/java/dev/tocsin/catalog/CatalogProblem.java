package dev.tocsin.catalog;

/**
 * Something wrong in a rule folder.
 *
 * @param folder the control's folder
 * @param file the file in it
 * @param expected what should stand there
 * @param found what stands there
 * @param fix what to do
 */
public record CatalogProblem(
    String folder, String file, String expected, String found, String fix) {

  /** One line with all of it. */
  public String message() {
    return "`"
        + folder
        + "/"
        + file
        + "`: expected "
        + expected
        + ", found "
        + found
        + ". Fix: "
        + fix;
  }
}
