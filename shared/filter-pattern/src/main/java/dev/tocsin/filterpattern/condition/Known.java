package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of conditions once the text in one field of the record is known. Where texts leave
 * the same condition, no record tells them apart in any other way: what is satisfiable with one is
 * satisfiable with the other.
 */
public final class Known {
  private final String field;

  /** For a field of the record itself, such as {@code eventName}. */
  public Known(String field) {
    this.field = field;
  }

  /**
   * What is left when the field holds this text, {@link Condition#never} iff the condition fails
   * for all such records that it can tell; empty iff the condition may look at the text other than
   * by the field's name.
   *
   * <p>Cost: linear in the condition's size, and one look at the text for each condition on it.
   */
  public Optional<Condition> left(Condition condition, String text) {
    return looksElsewhere(condition) ? Optional.empty() : Optional.of(fold(condition, text));
  }

  private static boolean looksElsewhere(Condition condition) {
    return condition instanceof Condition.RawText
        || condition instanceof Condition.Opaque
        || (condition instanceof Condition.SomeElement some
            && some.container().equals(FieldPath.ROOT))
        || condition.parts().stream().anyMatch(Known::looksElsewhere);
  }

  private Condition fold(Condition condition, String text) {
    if (condition instanceof Condition.Field on && on.path().equals(FieldPath.of(field))) {
      return on.values().contains(TextNode.valueOf(text)) ? Condition.always() : Condition.never();
    }
    if (condition instanceof Condition.All all) {
      return fold(all.parts(), text, Condition.never(), Condition.always())
          .map(left -> left.size() == 1 ? left.get(0) : new Condition.All(left))
          .orElse(Condition.never());
    }
    if (condition instanceof Condition.Any any) {
      return fold(any.parts(), text, Condition.always(), Condition.never())
          .map(left -> left.size() == 1 ? left.get(0) : new Condition.Any(left))
          .orElse(Condition.always());
    }
    if (condition instanceof Condition.Not not) {
      Condition part = fold(not.part(), text);
      if (part.equals(Condition.always())) {
        return Condition.never();
      }
      return part.equals(Condition.never()) ? Condition.always() : Condition.not(part);
    }
    if (condition instanceof Condition.ByReading both) {
      Condition leftmost = fold(both.leftmost(), text);
      Condition glob = fold(both.glob(), text);
      return leftmost.equals(glob) ? glob : new Condition.ByReading(leftmost, glob);
    }
    // What is asked of an element's fields is asked of another record.
    return condition;
  }

  /** The parts that are open, none twice; empty iff one of them settles the whole. */
  private Optional<List<Condition>> fold(
      List<Condition> parts, String text, Condition settles, Condition says) {
    List<Condition> left = new ArrayList<>();
    for (Condition part : parts) {
      Condition folded = fold(part, text);
      if (folded.equals(settles)) {
        return Optional.empty();
      }
      if (!folded.equals(says) && !left.contains(folded)) {
        left.add(folded);
      }
    }
    return Optional.of(left);
  }
}
