package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as the AWS CLI prints them: ISO 8601 with an offset, or seconds since 1970. */
final class Instants {
  private Instants() {}

  /** The time the parser stands at; empty iff that is none. */
  static Optional<Instant> read(JsonParser parser) throws IOException {
    try {
      if (parser.currentToken().isNumeric()) {
        return Optional.of(ofSeconds(parser.getDecimalValue()));
      }
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return Optional.of(OffsetDateTime.parse(parser.getText()).toInstant());
      }
    } catch (DateTimeException | ArithmeticException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Instant ofSeconds(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }
}
