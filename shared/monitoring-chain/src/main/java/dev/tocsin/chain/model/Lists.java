package dev.tocsin.chain.model;

import java.util.List;
import java.util.Map;

/** Absent and null collections, which read as empty ones where nothing else is said. */
final class Lists {
  private Lists() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** For lists that AWS prints even when they are empty: without them nothing is known. */
  static <T> List<T> orNull(List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
