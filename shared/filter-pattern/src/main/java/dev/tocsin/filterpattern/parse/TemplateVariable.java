package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place that a template, or the reader of a guide, should have filled. */
final class TemplateVariable implements Mend {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[$#]\\{[^{}$]{1,100}\\}|\\$\\{(?:join|format|formatlist|replace|templatefile)\\([^\\r\\n]*\\}|\\{\\{[^{}$=]{1,100}\\}\\}|!(?:Ref|Sub|GetAtt)\\s+[\\w.:]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][\\w -]{0,60}>");

  @Override
  public Optional<Mended> of(String text, int offset) {
    Optional<String> variable = in(text);
    if (variable.isPresent()) {
      return Mended.told(said(variable.get()));
    }
    Matcher placeholder = PLACEHOLDER.matcher(text).region(offset, text.length());
    return placeholder.lookingAt()
        ? Mended.told("put a value in place of `" + placeholder.group() + "`")
        : Optional.empty();
  }

  /** The first variable in the text that was not replaced. */
  static Optional<String> in(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  static String said(String variable) {
    return "a template variable was left unreplaced: put its value in place of `" + variable + "`";
  }
}
