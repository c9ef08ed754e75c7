package dev.tocsin.filterpattern.condition;

import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.List;
import java.util.function.UnaryOperator;

/** A statement about one record, closed under and, or and not. */
public sealed interface Condition {

  /** Holds for every record. */
  static Condition always() {
    return new All(List.of());
  }

  /** Holds for no record. */
  static Condition never() {
    return new Any(List.of());
  }

  /** All parts hold; true if there are none. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition map(UnaryOperator<Condition> change) {
      return new All(parts.stream().map(change).toList());
    }
  }

  /** Some part holds; false if there are none. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition map(UnaryOperator<Condition> change) {
      return new Any(parts.stream().map(change).toList());
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public List<Condition> parts() {
      return List.of(part);
    }

    @Override
    public Condition map(UnaryOperator<Condition> change) {
      return new Not(change.apply(part));
    }
  }

  /** The value at a path is in a set; a path that leads nowhere has the value {@code missing}. */
  record Field(FieldPath path, ValueSet values) implements Condition {}

  /**
   * Some element of the array, or some value of the object, at {@code container} fulfils a
   * condition whose paths start at that element. False if there is no container.
   */
  record SomeElement(FieldPath container, Condition element) implements Condition {
    @Override
    public List<Condition> parts() {
      return List.of(element);
    }

    @Override
    public Condition map(UnaryOperator<Condition> change) {
      return new SomeElement(container, change.apply(element));
    }
  }

  /**
   * The text occurs in a key or in the text of a value below the root, as the record is delivered:
   * compact JSON in which nothing is escaped that need not be. The text must not contain a
   * character that JSON itself uses between tokens.
   */
  record RawText(String text) implements Condition {}

  /**
   * What holds depends on how {@code *} in a value is read, and AWS has not said how. A decision
   * stands only if it stands under both readings.
   */
  record ByReading(Condition leftmost, Condition glob) implements Condition {
    @Override
    public List<Condition> parts() {
      return List.of(leftmost, glob);
    }

    @Override
    public Condition map(UnaryOperator<Condition> change) {
      return new ByReading(change.apply(leftmost), change.apply(glob));
    }

    /** What holds under one reading. */
    public Condition under(WildcardReading reading) {
      return reading == WildcardReading.GLOB ? glob : leftmost;
    }
  }

  /**
   * Something that cannot be expressed. Equal ones hold for the same records; nothing else is known
   * about them.
   *
   * @param feature what it is, for the reason of an {@code Undecided}
   */
  record Opaque(String feature) implements Condition {}

  /** The conditions that this one is made of, none for one that is not made of others. */
  default List<Condition> parts() {
    return List.of();
  }

  /** The same condition, made of what {@code change} makes of its parts. */
  default Condition map(UnaryOperator<Condition> change) {
    return this;
  }

  /** All of them hold. */
  static Condition all(Condition... parts) {
    return new All(List.of(parts));
  }

  /** Some of them hold. */
  static Condition any(Condition... parts) {
    return new Any(List.of(parts));
  }

  /** It does not hold. */
  static Condition not(Condition part) {
    return new Not(part);
  }
}
