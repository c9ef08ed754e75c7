package dev.tocsin.records;

/**
 * A part of a source that could not be read as records.
 *
 * @param source the source's name
 * @param place where in it: {@code line 3}, {@code record 17}; empty iff the whole of it
 * @param reason what is wrong, lower case, no final stop
 */
public record Damage(String source, String place, String reason) {

  /** One line: the source, the place, the reason. */
  public String message() {
    return "`" + source + "`" + (place.isEmpty() ? "" : " " + place) + ": " + reason;
  }
}
