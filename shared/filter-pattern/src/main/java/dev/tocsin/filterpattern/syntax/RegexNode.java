package dev.tocsin.filterpattern.syntax;

import java.util.List;
import java.util.OptionalInt;

/**
 * A regular expression of the subset that CloudWatch Logs takes: no groups, so {@link Choice}
 * occurs at the top only, and no references or look-around, so it denotes a regular language. Lazy
 * quantifiers ({@code +?}) find the same texts as greedy ones and are not kept apart.
 */
public sealed interface RegexNode {

  /** {@code a|b|…}, at least two. */
  record Choice(List<RegexNode> alternatives) implements RegexNode {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** One after the other; empty finds the empty text. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** {@code *}, {@code +}, {@code ?}, {@code {min,max}}; an absent {@code max} means no limit. */
  record Repeat(Characters characters, int min, OptionalInt max) implements RegexNode {}

  /** One code point out of a set. */
  record Characters(CodePoints set) implements RegexNode {}

  /** {@code ^}: the beginning of the text. */
  record Start() implements RegexNode {}

  /** {@code $}: the end of the text. */
  record End() implements RegexNode {}
}
