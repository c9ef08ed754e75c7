package dev.tocsin.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much an unseen event of a control can cost, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The name in {@code control.json}, for example {@code high}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that name, or nothing. */
  public static Optional<Severity> of(String id) {
    return Arrays.stream(values()).filter(severity -> severity.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
