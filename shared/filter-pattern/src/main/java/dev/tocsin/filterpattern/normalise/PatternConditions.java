package dev.tocsin.filterpattern.normalise;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.syntax.Column;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;

/** Translates a filter pattern of any kind into a condition on the record. */
public final class PatternConditions {

  private PatternConditions() {}

  /** The condition that a record fulfils iff the pattern matches it. */
  public static Condition of(Pattern pattern) {
    if (pattern instanceof Pattern.Json json) {
      return ExpressionConditions.of(json.expression());
    }
    if (pattern instanceof Pattern.Terms terms) {
      return terms(terms);
    }
    if (pattern instanceof Pattern.StandaloneRegex standalone) {
      return RawTextConditions.finding(standalone.regex());
    }
    if (pattern instanceof Pattern.SpaceDelimited columns) {
      return columns(columns);
    }
    return Condition.always();
  }

  private static Condition terms(Pattern.Terms terms) {
    if (terms.all().isEmpty() && terms.none().isEmpty()) {
      return new Condition.Any(terms.anyOf().stream().map(RawTextConditions::containing).toList());
    }
    List<Condition> parts = new ArrayList<>();
    terms.all().forEach(term -> parts.add(RawTextConditions.containing(term)));
    terms.none().forEach(term -> parts.add(Condition.not(RawTextConditions.containing(term))));
    return new Condition.All(parts);
  }

  /**
   * A record has at least one blank-separated column, and at least two iff it has a blank, since it
   * neither begins nor ends with one. More depends on where the blanks stand.
   */
  private static Condition columns(Pattern.SpaceDelimited pattern) {
    int needed = 0;
    boolean conditional = false;
    for (Column column : pattern.columns()) {
      if (column instanceof Column.Named named) {
        needed++;
        conditional |= named.condition().isPresent();
      }
    }
    if (needed > 2 || conditional) {
      return new Condition.Opaque(
          "the space-delimited pattern `" + PatternPrinter.print(pattern) + "`");
    }
    return needed == 2 ? RawTextConditions.containing(" ") : Condition.always();
  }
}
