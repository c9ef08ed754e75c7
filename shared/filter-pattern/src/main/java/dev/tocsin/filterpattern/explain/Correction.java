package dev.tocsin.filterpattern.explain;

import java.util.OptionalInt;

/**
 * What to deploy so that nothing is missed. Decided: with it, the deployed tests cover the
 * requirement, and it matches nothing that neither the requirement nor the published text nor a
 * deployed test asks for.
 *
 * @param pattern of at most 1,024 characters
 * @param replaces the position of the deployed test whose pattern it takes the place of; empty if
 *     it is a filter of its own, beside those deployed
 */
public record Correction(String pattern, OptionalInt replaces) {

  static Correction of(String pattern, int position) {
    return new Correction(pattern, OptionalInt.of(position));
  }

  static Correction beside(String pattern) {
    return new Correction(pattern, OptionalInt.empty());
  }
}
