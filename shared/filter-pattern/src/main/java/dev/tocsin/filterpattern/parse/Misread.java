package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Why a text that CloudWatch Logs takes does not mean what its writer meant: it holds the words of
 * conditions on a CloudTrail record, but they are not read as such.
 *
 * @param reason how it is read instead, to follow the pattern's name in a sentence
 * @param fix what to do
 * @param meant the pattern that was meant; empty if only the writer can complete it
 */
public record Misread(String reason, String fix, Optional<FilterPattern> meant) {

  /** Where the delivered form of a record puts its fields elsewhere. */
  private static final java.util.regex.Pattern ENVELOPE =
      java.util.regex.Pattern.compile("\\$\\.(detail|Records\\[(?:\\*|\\d+)\\])(?=\\.)");

  /** The reason and the remedy; empty iff the pattern is read as it looks. */
  public static Optional<Misread> of(FilterPattern pattern) {
    Optional<FilterPattern> inside = Mends.insideQuotes(pattern.text());
    if (inside.isPresent()) {
      return inside.map(
          meant ->
              new Misread(
                  "is in quotes as a whole, so it is a text to search for, which no record holds",
                  "take the quotes round the whole pattern away: `" + meant.text() + "`",
                  inside));
    }
    Optional<String> variable = TemplateVariable.in(pattern.text());
    if (variable.isPresent()) {
      return variable.map(
          name ->
              new Misread(
                  "compares with the text `" + name + "`",
                  TemplateVariable.said(name),
                  Optional.empty()));
    }
    Matcher envelope = ENVELOPE.matcher(pattern.text());
    if (!(pattern.syntax() instanceof Pattern.Json) || !envelope.find()) {
      return Optional.empty();
    }
    String outer = envelope.group(1);
    String text = ENVELOPE.matcher(pattern.text()).replaceAll("\\$");
    return FilterPattern.parse(text) instanceof FilterPattern meant
        ? Optional.of(
            new Misread(
                "looks into `$." + outer + "`, which a record in a log group does not have",
                "begin at the record itself: `" + text + "`",
                Optional.of(meant)))
        : Optional.empty();
  }
}
