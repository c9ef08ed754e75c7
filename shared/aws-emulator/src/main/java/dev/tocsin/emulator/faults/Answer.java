package dev.tocsin.emulator.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back for a call.
 *
 * @param status the HTTP status
 * @param headers by name, without the length
 * @param body after the headers
 * @param delivery how it reaches the client
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

  /** What happens to an answer on its way. */
  enum Delivery {
    /** Whole and at once. */
    WHOLE,
    /** The connection ends before the first byte. */
    NOTHING_COMES,
    /** The connection ends in the middle of the body. */
    ENDS_EARLY,
    /** Byte by byte. */
    TRICKLES,
    /** After a tenth of a second. */
    LATE,
    /** Not before the client has given up. */
    NEVER
  }

  static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE);
  }

  static Answer page(int status, String html) {
    return of(status, "text/html", html.getBytes(StandardCharsets.UTF_8));
  }

  Answer with(byte[] otherBody) {
    return new Answer(status, headers, otherBody, delivery);
  }

  Answer with(String otherBody) {
    return with(otherBody.getBytes(StandardCharsets.UTF_8));
  }

  Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, delivery);
  }

  Answer delivered(Delivery other) {
    return new Answer(status, headers, body, other);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
