package dev.tocsin.backtest.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What of a record is counted, each text cut at 256 characters.
 *
 * @param second since 1970; empty iff {@code eventTime} is no time
 * @param principal who: the role of a session, else the identity's ARN or what else names it
 */
public record Happening(
    String eventId,
    String eventTime,
    OptionalLong second,
    String eventName,
    String principal,
    String address,
    String agent) {

  private static final String NONE = "(none)";
  private static final int LONGEST = 256;
  private static final int DATE = "2025-01-21".length();

  /** The year 10000: what lies beyond is no time of an event. */
  private static final long END_OF_TIME = 253_402_300_800L;

  /** The members of a record that are read for it. */
  public static final List<List<String>> PATHS =
      List.of(
          List.of("eventID"),
          List.of("eventTime"),
          List.of("eventName"),
          List.of("sourceIPAddress"),
          List.of("userAgent"),
          List.of("userIdentity", "type"),
          List.of("userIdentity", "arn"),
          List.of("userIdentity", "principalId"),
          List.of("userIdentity", "userName"),
          List.of("userIdentity", "invokedBy"),
          List.of("userIdentity", "sessionContext", "sessionIssuer", "arn"));

  /** Reads it from a record. */
  public static Happening of(JsonNode record) {
    String time = text(record, "eventTime");
    return new Happening(
        text(record, "eventID"),
        time,
        second(time),
        text(record, "eventName"),
        principal(record.path("userIdentity")),
        text(record, "sourceIPAddress"),
        text(record, "userAgent"));
  }

  private static OptionalLong second(String time) {
    try {
      long second = Instant.parse(iso(time)).getEpochSecond();
      return second >= 0 && second < END_OF_TIME ? OptionalLong.of(second) : OptionalLong.empty();
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  /** Exports write {@code 2025-01-21 17:39:10.000}, in UTC. */
  private static String iso(String time) {
    return time.length() > DATE && time.charAt(DATE) == ' '
        ? time.substring(0, DATE) + "T" + time.substring(DATE + 1) + (time.endsWith("Z") ? "" : "Z")
        : time;
  }

  private static String principal(JsonNode identity) {
    JsonNode issuer = identity.path("sessionContext").path("sessionIssuer").path("arn");
    if (issuer.isTextual()) {
      return cut(issuer.textValue());
    }
    for (String name : List.of("arn", "userName", "principalId", "invokedBy", "type")) {
      if (identity.path(name).isTextual()) {
        return cut(identity.path(name).textValue());
      }
    }
    return NONE;
  }

  private static String text(JsonNode record, String name) {
    JsonNode value = record.path(name);
    return value.isTextual() ? cut(value.textValue()) : NONE;
  }

  /** The rest of a longer text does not tell who or what it is. */
  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
