package dev.tocsin.catalog;

import java.util.Arrays;

/** How often a normal account has events of a kind, the loudest first. */
public enum Often {
  /** So often that an alarm on them may never leave ALARM. */
  ALL_DAY("all-day", "all day"),
  /** Some times on most days. */
  EVERY_DAY("every-day", "every day"),
  /** Whenever a stack is rolled out. */
  DEPLOYMENTS("deployments", "with deployments"),
  /** None of the usual events is one. */
  SELDOM("seldom", "seldom");

  private final String id;
  private final String words;

  Often(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in JSON: {@code all-day}. */
  public String id() {
    return id;
  }

  /** For people: {@code all day}. */
  public String words() {
    return words;
  }

  static Often of(String id) {
    return Arrays.stream(values())
        .filter(often -> often.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected how often, found `" + id + "`"));
  }
}
