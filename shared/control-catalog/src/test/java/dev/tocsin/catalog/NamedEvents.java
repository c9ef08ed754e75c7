package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import java.util.Set;
import java.util.TreeSet;

/** The event names that a pattern spells out. */
final class NamedEvents {

  private NamedEvents() {}

  static Set<String> of(FilterPattern pattern) {
    Set<String> names = new TreeSet<>(pattern.eventNames());
    names.removeIf(name -> name.contains("*"));
    return names;
  }
}
