package dev.tocsin.infrastructure.resource;

/**
 * Where a resource is written down.
 *
 * @param address its name in its language: {@code aws_sns_topic.alarms}, or a logical id
 * @param file the file, empty iff the language does not tell
 * @param line counted from 1, 0 iff the language does not tell
 */
public record Place(String address, String file, int line) {

  /** A place of which only the address is known. */
  public static Place of(String address) {
    return new Place(address, "", 0);
  }

  /** The address in backticks, with file and line where they are known. */
  public String inWords() {
    return "`" + address + "`" + (file.isEmpty() ? "" : " (" + file + ":" + line + ")");
  }
}
