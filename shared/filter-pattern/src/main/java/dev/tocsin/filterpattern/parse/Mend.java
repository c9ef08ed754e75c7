package dev.tocsin.filterpattern.parse;

import java.util.Optional;

/**
 * Undoes one way in which a pattern is damaged between the person who wrote it and the place where
 * it is read.
 */
interface Mend {

  /**
   * What to do, and the text after that has been done.
   *
   * @param said an order to the writer, without a full stop
   * @param text the whole text, mended of this damage; empty if only the writer knows it
   */
  record Mended(String said, Optional<String> text) {
    static Optional<Mended> of(String said, String text) {
      return Optional.of(new Mended(said, Optional.of(text)));
    }

    static Optional<Mended> told(String said) {
      return Optional.of(new Mended(said, Optional.empty()));
    }
  }

  /**
   * The mended text; empty iff this damage is not what stands at the offset.
   *
   * @param offset of the problem that the parser met
   */
  Optional<Mended> of(String text, int offset);
}
