package dev.tocsin.chain.verdict;

/**
 * Where a thing is written down that a plan or template would make.
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

  /** Whether file and line are known. */
  public boolean inFile() {
    return !file.isEmpty();
  }

  /** The address in backticks, with file and line where they are known. */
  public String inWords() {
    return "`" + address + "`" + (inFile() ? " (" + file + ":" + line + ")" : "");
  }
}
