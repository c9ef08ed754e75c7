package dev.tocsin.chain.model;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says of a member that nobody knows what was probably meant. */
final class UnknownMember {
  private UnknownMember() {}

  private static final Set<String> TOKENS =
      Set.of("nexttoken", "nextmarker", "marker", "truncated", "nextpagetoken");

  /** Where the APIs wrap what a snapshot holds bare. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "trailList", "name the list `trails`",
          "KeyMetadata", "put its members into the key itself",
          "AlarmMuteRuleSummaries",
              "put the answers of `get-alarm-mute-rule` into the list `AlarmMuteRules`");

  private static final int FARTHEST = 2;

  /** Whether it says that a listing has further pages, whatever the API calls it. */
  static boolean isToken(String name) {
    return TOKENS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What is wrong with the member and what to do, a clause. */
  static String explain(Class<?> type, String name) {
    if (isToken(name)) {
      return "the listing goes on: add the pages that follow and leave this member out";
    }
    Collection<String> known = names(type);
    return Optional.ofNullable(INSTEAD.get(name))
        .or(() -> sameButForCase(known, name).map(right -> "it is spelled `" + right + "`"))
        .or(() -> attribute(type, name))
        .or(() -> elsewhere(name))
        .or(() -> nearest(known, name).map(right -> "did you mean `" + right + "`?"))
        .map(hint -> "no such member; " + hint)
        .orElse("no such member; leave it out");
  }

  private static Optional<String> sameButForCase(Collection<String> known, String name) {
    return known.stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /** Attributes of a topic have a place of their own. */
  private static Optional<String> attribute(Class<?> type, String name) {
    return Members.kept(type).containsKey("Attributes")
            && Set.of("Policy", "KmsMasterKeyId", "FifoTopic").contains(name)
        ? Optional.of("it belongs into `Attributes`")
        : Optional.empty();
  }

  private static Optional<String> elsewhere(String name) {
    List<String> places = new ArrayList<>();
    owners(Snapshot.class, "", new HashSet<>())
        .forEach(
            (place, owner) ->
                sameButForCase(Members.kept(owner).keySet(), name)
                    .map(right -> place.isEmpty() ? right : place + "." + right)
                    .ifPresent(places::add));
    return places.isEmpty() || places.size() > 2
        ? Optional.empty()
        : Optional.of("its place is `" + String.join("` or `", places) + "`");
  }

  private static Optional<String> nearest(Collection<String> known, String name) {
    return known.stream()
        .filter(other -> Distance.between(other, name) <= FARTHEST)
        .min(Comparator.comparingInt(other -> Distance.between(other, name)));
  }

  private static List<String> names(Class<?> type) {
    return Stream.concat(
            Members.kept(type).keySet().stream(), Members.judgingNothing(type).keySet().stream())
        .toList();
  }

  /** Every record of a snapshot by the place where it stands. */
  private static Map<String, Class<?>> owners(Class<?> type, String place, Set<Class<?>> seen) {
    Map<String, Class<?>> owners = new LinkedHashMap<>();
    if (!seen.add(type)) {
      return owners;
    }
    owners.put(place, type);
    Members.kept(type)
        .forEach(
            (name, member) -> {
              String below = place.isEmpty() ? name : place + "." + name;
              JavaType inner = member.type();
              if (inner.isMapLikeType()) {
                inner = inner.getContentType();
                below += ".…";
              } else if (inner.isContainerType()) {
                inner = inner.getContentType();
                below += "[]";
              }
              if (inner.isRecordType()) {
                owners.putAll(owners(inner.getRawClass(), below, seen));
              }
            });
    return owners;
  }
}
