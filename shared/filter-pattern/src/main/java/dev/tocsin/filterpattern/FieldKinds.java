package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.ValueSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * True iff what stands at a path is of one of some kinds. A filter pattern cannot say this: to it
 * the text {@code "7"} and the number 7 are alike, and an event pattern tells them apart.
 *
 * @param path from the root of the record
 * @param kinds what may stand there; {@code MISSING} if the field may be absent
 */
public record FieldKinds(FieldPath path, Set<Kind> kinds) implements EventTest {

  public FieldKinds {
    kinds = Set.copyOf(kinds);
  }

  @Override
  public String text() {
    return "`"
        + path
        + "` is "
        + EnumSet.copyOf(kinds).stream().map(FieldKinds::word).collect(Collectors.joining(" or "));
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case STRING -> "text";
      case MISSING -> "absent";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The kind that a word of {@link #text()} names. */
  public static Collection<Kind> named(String word) {
    return EnumSet.allOf(Kind.class).stream().filter(kind -> word(kind).equals(word)).toList();
  }

  @Override
  public boolean matches(JsonNode event) {
    return kinds.contains(Kind.of(path.in(event)));
  }

  @Override
  public Condition condition() {
    Kind[] all = kinds.toArray(Kind[]::new);
    return new Condition.Field(path, ValueSet.ofKinds(all[0], all));
  }
}
