package dev.tocsin.emulator.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a call asks, but for a page token that a fault made. */
final class Tokens {
  private static final Pattern MADE = Pattern.compile("again|first|more-\\d+");
  private static final Pattern IN_FORM = Pattern.compile("&NextToken=(?:again|first|more-\\d+)");

  private Tokens() {}

  static Object withoutMade(Asked asked) {
    if (asked.protocol() == Protocol.XML) {
      return IN_FORM.matcher(asked.body()).replaceAll("");
    }
    Object parameters = plain(asked);
    if (!(parameters instanceof Map<?, ?>)) {
      return parameters;
    }
    Map<String, Object> rest = new LinkedHashMap<>(Tree.object(parameters));
    rest.values().removeIf(value -> value instanceof String text && MADE.matcher(text).matches());
    return rest;
  }

  static Object plain(Asked asked) {
    byte[] body = asked.body().getBytes(StandardCharsets.ISO_8859_1);
    return switch (asked.protocol()) {
      case XML -> asked.body();
      case JSON -> Tree.parse(body);
      case CBOR -> Cbor.decode(body);
    };
  }
}
