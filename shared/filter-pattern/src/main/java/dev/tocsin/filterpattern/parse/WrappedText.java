package dev.tocsin.filterpattern.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern still in what held it: quotes, a template's key, an option, a code block, an array. */
final class WrappedText implements Mend {

  /** Something round a pattern, which is the group of the expression. */
  private record Wrapping(String said, Pattern expression) {
    static Wrapping of(String said, String expression) {
      return new Wrapping(said, Pattern.compile(expression, Pattern.DOTALL));
    }
  }

  private static final List<Wrapping> WRAPPINGS =
      List.of(
          Wrapping.of(
              "keep the pattern only, without the name before it",
              "\\s*(?:(?i:-{0,2}filter[-_]?pattern|pattern|\"filterPattern\"))\\s*[:=]?\\s*"
                  + "([\"'{|><(\\[$].*)"),
          Wrapping.of(
              "keep the pattern only, without the resource round it",
              "\\s*resource\\s+\"\\w+\"\\s+\"[\\w-]+\"\\s*\\{.*?\\bpattern\\s*=\\s*"
                  + "(\"(?:[^\"\\\\]|\\\\.)*\").*"),
          Wrapping.of(
              "keep the pattern only, without the name before it",
              "\\s*(?:(?:const|let|var|final|String|val|export)\\s+)+\\w+\\s*(?::\\s*\\w+\\s*)?=\\s*"
                  + "([\"'{`].*)"),
          Wrapping.of(
              "keep the text of `Fn::Sub` only",
              "\\s*(?:!Sub|\\{\\s*[\"']?Fn::Sub[\"']?\\s*:)\\s*([\"'].*[\"'])\\s*\\}?\\s*"),
          Wrapping.of(
              "write one pair of braces, without the format string round it",
              "\\s*[rR]?[fF][rR]?[\"']+\\s*\\{(\\{.*\\})\\}\\s*[\"']+\\s*"),
          Wrapping.of(
              "take the letter before the text away",
              "\\s*[rRbuU]([\"']+\\s*\\{.*\\}\\s*[\"']+)\\s*"),
          Wrapping.of(
              "take away the sign of the block that the pattern stood in",
              "\\s*(?:[|>][-+]?\\d?|<<[-~]?\\w+)\\s+([{\"'$(].*?)(?:\\s*[\\r\\n]\\s*\\w+|\\s+EO[TF])?\\s*"),
          Wrapping.of(
              "keep the argument of `--filter-pattern` only",
              "\\s*aws\\s.*?--filter-pattern[\\s=]+"
                  + "('[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")(?:\\s.*)?"),
          Wrapping.of(
              "take the tags round the pattern away",
              "\\s*(?:<\\w+(?:\\s[^<>]*)?>\\s*)+([({$].*?)\\s*(?:</\\w+>\\s*)+"),
          Wrapping.of(
              "take away the mark of the list that the pattern stood in",
              "\\s*(?:[*+-]|\\d+[.)])\\s+[\"'`]?(\\{.*\\})[\"'`]?\\s*"),
          Wrapping.of(
              "take the marks round the pattern away",
              "\\s*(?:\\*{1,3}|_{1,3})\\s*(\\{.*\\})\\s*(?:\\*{1,3}|_{1,3})\\s*"),
          Wrapping.of(
              "take the code block's marks away", "\\s*```(?:\\w*\\s)?\\s*(\\S.*?)\\s*```\\s*"),
          Wrapping.of(
              "give the pattern alone, without the array round it",
              "\\s*\\[\\s*([\"'`]\\s*\\{.*\\}\\s*[\"'`])\\s*,?\\s*\\]\\s*"),
          Wrapping.of(
              "take the quotes round the whole pattern away",
              "\\s*[\"'`“”‘’]+\\s*((?:\\{|\\(*\\s*\\$\\.).*?)\\s*[\"'`“”‘’]+\\s*[;,\\\\]?\\s*"),
          Wrapping.of(
              "take away the quote before the pattern", "\\s*[\"'`“”‘’]+\\s*(\\{.*\\})\\s*"));

  @Override
  public Optional<Mended> of(String text, int offset) {
    for (Wrapping wrapping : WRAPPINGS) {
      Matcher matcher = wrapping.expression().matcher(text);
      if (matcher.matches()) {
        return Mended.of(wrapping.said(), matcher.group(1));
      }
    }
    return Optional.empty();
  }
}
