package dev.tocsin.chain.alarm;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one metric receives.
 *
 * @param signal the value of a matching event
 * @param others the values of matching events, whichever filter they match; any number of them may
 *     arrive beside the event
 * @param background the values of events that arrive all the time, such as default values
 * @param units the units in which all of that is published
 */
public record Traffic(
    double signal, Set<Double> others, Set<Double> background, Set<String> units) {

  public Traffic {
    others = Collections.unmodifiableSet(new TreeSet<>(others));
    background = Collections.unmodifiableSet(new TreeSet<>(background));
    units = Collections.unmodifiableSet(new TreeSet<>(units));
  }

  /** Matching events of one value and nothing else. */
  public static Traffic only(double signal) {
    return new Traffic(signal, Set.of(signal), Set.of(), Set.of("None"));
  }

  /** Everything that may stand beside the event in its period. */
  Collection<Double> beside() {
    TreeSet<Double> all = new TreeSet<>(others);
    all.addAll(background);
    return all;
  }
}
