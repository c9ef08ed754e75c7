package dev.tocsin.emulator;

/**
 * The answers that are none, as {@code spoil.py} makes them out of what would have been answered.
 */
public enum FaultKind {
  /** Status 200 and no body. */
  EMPTY_BODY,
  /** An answer of the right protocol that has no member. */
  NOTHING,
  /** The body is null. */
  NULL,
  /** The body is an empty list. */
  LIST,
  /** Status 200 and the sign-in page of a network. */
  HTML_PAGE,
  /** Status 204. */
  NO_CONTENT,
  /** JSON where XML or CBOR is spoken, XML where JSON is. */
  FOREIGN_PROTOCOL,
  /** The first two thirds of the body, and no word that it was cut. */
  CUT,
  /** Status 404 with a page, and so without an error code. */
  NOT_FOUND_PAGE,
  /** Status 413 without a body. */
  TOO_LARGE,
  /** Status 302 to nowhere. */
  MOVED,
  /** Status 503 with a load balancer's page. */
  UNAVAILABLE_PAGE,
  /** Every page says that there is another, under the same token. */
  SAME_TOKEN,
  /** Every page says that there is another, under a new token. */
  NEW_TOKENS;

  /** Whether it needs a call that lists in pages. */
  public boolean isOfPages() {
    return this == SAME_TOKEN || this == NEW_TOKENS;
  }
}
