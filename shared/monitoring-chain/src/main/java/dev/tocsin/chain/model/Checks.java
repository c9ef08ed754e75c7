package dev.tocsin.chain.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the records ask of their members' values; the limits are those of the API references. */
final class Checks {
  /** An alarm looks back a week at most, a day at most if its periods are shorter than an hour. */
  static final int WEEK = 604_800;

  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;

  private Checks() {}

  /** Refuses a number that is there and out of bounds. */
  static void between(int least, int most, String member, Integer value) {
    if (value != null && (value < least || value > most)) {
      throw new BadMember(member, "is %d; expected %d to %d".formatted(value, least, most));
    }
  }

  /** Refuses {@code m} out of {@code n} where {@code m} is more. */
  static void atMost(String member, Integer m, String other, Integer n) {
    if (m != null && n != null && m > n) {
      throw new BadMember(member, "is %d, more than `%s`, which is %d".formatted(m, other, n));
    }
  }

  /** Refuses periods that together are longer than what an alarm looks back. */
  static void lookBack(String member, Integer periods, Integer seconds) {
    if (periods == null || seconds == null) {
      return;
    }
    int most = seconds < HOUR ? DAY : WEEK;
    if ((long) periods * seconds > most) {
      throw new BadMember(
          member,
          "is %d; with periods of %d seconds expected at most %d: an alarm looks back %d seconds"
              .formatted(periods, seconds, Math.max(1, most / seconds), most));
    }
  }

  /**
   * The list without the second of two equal entries, which pages of a moving list can hold.
   *
   * @throws BadMember if one thing is listed twice, differently: nobody knows which is right
   */
  static <T> List<T> listedOnce(String member, List<T> list, Function<T, ?> identity) {
    Map<Object, T> first = new HashMap<>();
    for (T entry : Lists.orEmpty(list)) {
      Object id = identity.apply(entry);
      T other = first.putIfAbsent(id, entry);
      if (other != null && !other.equals(entry)) {
        throw new BadMember(
            member,
            "lists %s twice, and not alike; keep the one that holds"
                .formatted(Quoted.of(String.valueOf(id))));
      }
    }
    return Lists.orEmpty(list).stream().distinct().toList();
  }
}
