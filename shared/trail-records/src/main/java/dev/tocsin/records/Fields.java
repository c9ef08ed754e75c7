package dev.tocsin.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of a record are read; the others are skipped over, which costs far less than
 * building them.
 *
 * @param named the members that are read, and what of each; null iff all are, whole
 */
public record Fields(Map<String, Fields> named) {

  /** Whole records. */
  public static final Fields ALL = new Fields(null);

  /**
   * The values at these paths, each whole; what leads to them keeps its kind.
   *
   * @param paths names of members from the root; an empty path means whole records
   */
  public static Fields of(Iterable<List<String>> paths) {
    Fields root = new Fields(new HashMap<>());
    for (List<String> path : paths) {
      root = root.with(path);
    }
    return root;
  }

  /** What either of them reads. */
  public Fields and(Fields other) {
    if (whole() || other.whole()) {
      return ALL;
    }
    Map<String, Fields> both = new HashMap<>(named);
    other.named.forEach((name, fields) -> both.merge(name, fields, Fields::and));
    return new Fields(both);
  }

  /** Whether values at this place are built whole. */
  boolean whole() {
    return named == null;
  }

  /** What is read of a member; null iff nothing. */
  Fields of(String name) {
    return whole() ? ALL : named.get(name);
  }

  private Fields with(List<String> path) {
    if (whole() || path.isEmpty()) {
      return ALL;
    }
    Fields member = named.getOrDefault(path.get(0), new Fields(new HashMap<>()));
    named.put(path.get(0), member.with(path.subList(1, path.size())));
    return this;
  }
}
