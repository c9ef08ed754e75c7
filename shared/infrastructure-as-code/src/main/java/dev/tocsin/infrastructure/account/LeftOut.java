package dev.tocsin.infrastructure.account;

import dev.tocsin.chain.verdict.Place;
import java.util.Set;

/**
 * Something that is not counted, because something of it is not known.
 *
 * @param kind what it is: {@code alarm}, {@code metric filter} …
 * @param place where it is written down
 * @param property the property that is not known
 * @param why a clause that follows the property
 * @param touches the subjects of findings that may be there only because it was left out
 */
public record LeftOut(String kind, Place place, String property, String why, Set<String> touches) {

  public LeftOut {
    touches = Set.copyOf(touches);
  }

  /** One clause: the property of the thing, and why it is not known. */
  public String reason() {
    return "`%s` of %s %s %s".formatted(property, kind, place.inWords(), why);
  }
}
