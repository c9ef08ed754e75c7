package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import java.util.List;
import java.util.Optional;

/**
 * Recognises what happened to the text as a whole and answers with the mended text, read again
 * before it is shown. What is wrong in one place only is left to the {@link Fix} of that place.
 */
final class Mends {
  /** So many kinds of damage are undone in one text. */
  private static final int DEEPEST = 5;

  /** In this order: what hides other damage comes first. */
  private static final List<Mend> ALL =
      List.of(
          new EncodedText(),
          new ForeignCharacters(),
          new JsonPathFilter(),
          new CdkPattern(),
          new Concatenation(),
          new WrappedText(),
          new Comments(),
          new SlashedRegex(),
          new OtherLanguage(),
          new TemplateVariable(),
          new ValueList(),
          new Braces());

  private Mends() {}

  /** The problem with the fix that answers its cause, if that is recognised. */
  static ParseProblem better(ParseProblem problem, int depth) {
    if (depth > DEEPEST) {
      return problem;
    }
    for (Mend mend : ALL) {
      Optional<Mend.Mended> mended = mend.of(problem.text(), problem.offset());
      if (mended.isPresent() && !mended.get().text().equals(Optional.of(problem.text()))) {
        String fix = fix(mended.get(), depth);
        return new ParseProblem(
            problem.text(), problem.offset(), problem.expected(), problem.found(), fix);
      }
    }
    return depth == 0 ? inAll(problem) : problem;
  }

  /** With the whole text as it was meant, where nothing but slips is wrong. */
  private static ParseProblem inAll(ParseProblem problem) {
    String corrected = Slips.corrected(problem.text());
    if (corrected.equals(problem.text().strip()) || problem(corrected, DEEPEST + 1).isPresent()) {
      return problem;
    }
    return new ParseProblem(
        problem.text(),
        problem.offset(),
        problem.expected(),
        problem.found(),
        problem.fix() + ", in all: `" + corrected + "`");
  }

  private static String fix(Mend.Mended mended, int depth) {
    if (mended.text().isEmpty()) {
      return mended.said();
    }
    String text = mended.text().get().strip().replaceAll("\\s*[\\r\\n]\\s*", " ");
    Optional<ParseProblem> rest = problem(text, depth + 1);
    if (rest.isPresent()) {
      return mended.said() + "; then " + rest.get().fix() + whole(text, rest.get());
    }
    return insideQuotes(text)
        .map(inside -> mended.said() + " and the quotes round it: `" + inside.text() + "`")
        .orElse(mended.said() + ": `" + text + "`");
  }

  private static Optional<ParseProblem> problem(String text, int depth) {
    try {
      PatternParser.parse(text, depth);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.problem());
    }
  }

  /** The text without its slips, where nothing but slips is left and the fix tells one of them. */
  private static String whole(String text, ParseProblem told) {
    boolean isSlip = problem(text, DEEPEST + 1).equals(Optional.of(told));
    String corrected = Slips.corrected(text);
    boolean reads = problem(corrected, DEEPEST + 1).isEmpty();
    return isSlip && reads ? ", in all: `" + corrected + "`" : "";
  }

  /**
   * What was meant by a text that is a pattern, but one that looks for itself: quotes round the
   * whole make a JSON pattern a text to search for.
   */
  static Optional<FilterPattern> insideQuotes(String pattern) {
    Optional<Mend.Mended> unwrapped = new WrappedText().of(pattern, 0);
    return unwrapped
        .flatMap(Mend.Mended::text)
        .map(EncodedText::withoutBackslashes)
        .map(text -> text.startsWith("{") ? text : Braces.braced(text))
        .map(FilterPattern::parse)
        .filter(FilterPattern.class::isInstance)
        .map(FilterPattern.class::cast);
  }
}
