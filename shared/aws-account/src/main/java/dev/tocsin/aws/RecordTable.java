package dev.tocsin.aws;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the objects of a table with partition projection lie, by its properties.
 *
 * <p>Source: "Set up partition projection" and "Supported types for partition projection", Amazon
 * Athena User Guide: {@code storage.location.template} holds {@code ${column}} for each partition
 * column, whose values {@code projection.column.type}, {@code .values} and {@code .format} say.
 */
final class RecordTable {
  private static final String TEMPLATE = "storage.location.template";
  private static final String DAY = "timestamp";
  private static final Pattern COLUMN = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern PLACE = Pattern.compile("s3[an]?://([^/]+)/(.*)");

  private final Map<String, String> properties;

  RecordTable(Map<String, String> properties) {
    this.properties = new TreeMap<>(properties);
  }

  /** A prefix of objects in a bucket. */
  record Prefix(String bucket, String key) {}

  /**
   * The places of the partitions of those days, both included.
   *
   * @throws Unknown that says why they cannot be told
   */
  Set<Prefix> prefixes(LocalDate from, LocalDate to) throws Unknown {
    String template = properties.get(TEMPLATE);
    if (template == null || !"true".equalsIgnoreCase(properties.get("projection.enabled"))) {
      throw new Unknown("the table has no partition projection with `" + TEMPLATE + "`");
    }
    if (!template.contains("${" + DAY + "}")) {
      throw new Unknown("`" + TEMPLATE + "` has no `${" + DAY + "}`");
    }
    DateTimeFormatter format = format();
    Set<Prefix> prefixes = new LinkedHashSet<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      String ofDay = template.replace("${" + DAY + "}", format.format(day));
      for (String place : expanded(ofDay)) {
        prefixes.add(prefix(place));
      }
    }
    return prefixes;
  }

  private DateTimeFormatter format() throws Unknown {
    String format = properties.getOrDefault("projection." + DAY + ".format", "");
    try {
      return DateTimeFormatter.ofPattern(format);
    } catch (IllegalArgumentException e) {
      throw new Unknown("`projection." + DAY + ".format` is `" + format + "`", e);
    }
  }

  /** A place for each value of the partition columns that are left, all of which are read. */
  private List<String> expanded(String place) throws Unknown {
    Matcher column = COLUMN.matcher(place);
    if (!column.find()) {
      return List.of(place);
    }
    String name = column.group(1);
    String values = properties.getOrDefault("projection." + name + ".values", "");
    if (!"enum".equalsIgnoreCase(properties.get("projection." + name + ".type"))
        || values.isBlank()) {
      throw new Unknown(
          "the values of partition column `" + name + "` are not listed in the table");
    }
    List<String> places = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      places.addAll(expanded(place.replace(column.group(), value.strip())));
    }
    return places;
  }

  private static Prefix prefix(String place) throws Unknown {
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw new Unknown("`" + place + "` is no place in S3");
    }
    String key = parts.group(2);
    return new Prefix(parts.group(1), key.isEmpty() || key.endsWith("/") ? key : key + "/");
  }

  /** The places cannot be told. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message);
    }

    Unknown(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The database and the table of a name such as {@code db.table}. */
  static Map.Entry<String, String> parts(String name) {
    int point = name.lastIndexOf('.');
    return point < 0
        ? Map.entry("default", name)
        : Map.entry(name.substring(0, point), name.substring(point + 1));
  }
}
