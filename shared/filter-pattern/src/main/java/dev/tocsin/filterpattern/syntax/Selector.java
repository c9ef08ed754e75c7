package dev.tocsin.filterpattern.syntax;

import java.util.Arrays;
import java.util.List;

/** {@code $.a.b[0].*}: the way from the root of the event to a value. */
public record Selector(List<Step> steps) {

  public Selector {
    steps = List.copyOf(steps);
  }

  /** The selector of fields with these names. */
  public static Selector of(String... names) {
    return new Selector(Arrays.stream(names).<Step>map(Step.Name::new).toList());
  }

  /** One step of the way. */
  public sealed interface Step {
    /** {@code .name} or {@code .['name']}. */
    record Name(String name) implements Step {}

    /** {@code [index]}, from zero. */
    record Index(int index) implements Step {}

    /** {@code [*]} or {@code .*}: every element of an array, every value of an object. */
    record Wildcard() implements Step {}
  }
}
