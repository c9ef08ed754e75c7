package dev.tocsin.filterpattern.syntax;

import java.util.List;

/** A parsed filter pattern: one of the five kinds CloudWatch Logs knows. */
public sealed interface Pattern {

  /** The blank pattern, which every event matches. */
  record Blank() implements Pattern {}

  /** {@code { expression }}: conditions on the fields of a JSON event. */
  record Json(Expression expression) implements Pattern {}

  /**
   * Words looked for in the raw text. AWS ignores {@code anyOf} as soon as one of the other lists
   * holds a term.
   *
   * @param all terms that must all occur
   * @param anyOf terms written with {@code ?}, one of which must occur
   * @param none terms written with {@code -}, none of which may occur
   */
  record Terms(List<String> all, List<String> anyOf, List<String> none) implements Pattern {
    public Terms {
      all = List.copyOf(all);
      anyOf = List.copyOf(anyOf);
      none = List.copyOf(none);
    }
  }

  /**
   * {@code [first, ..., last = x*]}: conditions on the blank-separated columns of the raw text.
   * Without {@link Column.Ellipsis} the last column takes all that is left.
   *
   * @param columns in order; empty for {@code []}, with at most one {@link Column.Ellipsis}
   */
  record SpaceDelimited(List<Column> columns) implements Pattern {
    public SpaceDelimited {
      columns = List.copyOf(columns);
    }
  }

  /** {@code %regex%}: a search in the raw text. */
  record StandaloneRegex(Value.Regex regex) implements Pattern {}
}
