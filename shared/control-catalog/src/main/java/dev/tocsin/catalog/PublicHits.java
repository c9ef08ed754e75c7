package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many public records each control's required pattern matches, out of {@code public-hits.json},
 * which {@code tools/hits.py} measures. What was measured of another pattern than the control has
 * now is not told.
 *
 * @param records how many public records there are
 * @param captured how many of them come out of the log of one account
 * @param events for each event that matched, how many records
 * @param hits how many records match
 * @param hitsCaptured how many of those that come out of the log of one account match
 * @param before how many matched before the inventory of operations; empty iff the control is newer
 * @param because why that differs
 */
public record PublicHits(
    int records,
    int captured,
    int hits,
    int hitsCaptured,
    Map<String, Integer> events,
    OptionalInt before,
    Optional<String> because) {

  private static final String FILE = "public-hits.json";
  private static final JsonNode MEASURED = JsonTree.resource(PublicHits.class, FILE);
  private static final int DIGEST = 12;

  public PublicHits {
    events = new LinkedHashMap<>(events);
  }

  /** What was measured of the control as it is; empty iff nothing was. */
  public static Optional<PublicHits> of(Control control) {
    JsonNode measured = MEASURED.path("controls").path(control.id());
    if (!measured.path("pattern").asText().equals(digest(control.required()))) {
      return Optional.empty();
    }
    Map<String, Integer> events = new LinkedHashMap<>();
    measured
        .path("events")
        .properties()
        .forEach(event -> events.put(event.getKey(), event.getValue().intValue()));
    return Optional.of(
        new PublicHits(
            MEASURED.path("records").intValue(),
            MEASURED.path("captured").intValue(),
            measured.path("hits").intValue(),
            measured.path("hitsCaptured").intValue(),
            events,
            measured.has("before")
                ? OptionalInt.of(measured.path("before").intValue())
                : OptionalInt.empty(),
            Optional.ofNullable(measured.path("because").textValue())));
  }

  /** For example {@code 3 of 1,132 public records}. */
  public String inWords() {
    return "%,d of %,d public records".formatted(hits, records);
  }

  private static String digest(FilterPattern pattern) {
    try {
      byte[] text = pattern.text().strip().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
