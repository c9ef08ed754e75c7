package dev.tocsin.chain.model;

import dev.tocsin.filterpattern.json.JsonTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * IAM's policies. Its API answers them percent-encoded, and {@code aws iam …} prints them decoded,
 * as objects: both can be pasted, and JSON text too.
 */
final class PolicyTexts {
  private static final String ENCODED = "%7B";

  private PolicyTexts() {}

  /** The JSON text of a document; empty iff there is none. */
  static Optional<String> of(Object document) {
    if (!(document instanceof String text)) {
      return Optional.ofNullable(document).map(tree -> JsonTree.text(RecordWriter.value(tree)));
    }
    return text.regionMatches(true, 0, ENCODED, 0, ENCODED.length())
        ? decoded(text)
        : Optional.of(text);
  }

  /** A plus sign is one in this encoding, which is not that of forms. */
  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException cutShort) {
      return Optional.of(text);
    }
  }
}
