package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.List;

/**
 * A record that missed events stay close to, with what its requirement says of it, found out once.
 * Safe to share between threads.
 */
public final class Base {
  private final ObjectNode record;
  private final Requirement requirement;
  private volatile Boolean required;
  private volatile List<Fact> broken;

  Base(ObjectNode record, Requirement requirement) {
    this.record = record;
    this.requirement = requirement;
  }

  /** The record; not to be changed. */
  public ObjectNode record() {
    return record;
  }

  /**
   * True iff, under both readings of {@code *}, the required pattern matches it and no exemption
   * does.
   */
  public boolean isRequired() {
    if (required == null) {
      required = findRequired();
    }
    return required;
  }

  private boolean findRequired() {
    for (WildcardReading reading : WildcardReading.values()) {
      if (!requirement.required().matches(record, reading)) {
        return false;
      }
      for (FilterPattern exempt : requirement.exempt()) {
        if (exempt.matches(record, reading)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The facts that it breaks under some reading, in the order of the requirement. */
  public List<Fact> broken() {
    if (broken == null) {
      broken = requirement.brokenBy(record);
    }
    return broken;
  }
}
