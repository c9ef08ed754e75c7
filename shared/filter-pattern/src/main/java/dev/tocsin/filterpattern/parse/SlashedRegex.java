package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions between slashes, as programs write them. */
final class SlashedRegex implements Mend {
  private static final Pattern REGEX =
      Pattern.compile("(?:=~|(!?=)~?)\\s*/((?:[^/\\\\\\r\\n]|\\\\.)+)/(?=[\\s)}]|$)");

  @Override
  public Optional<Mended> of(String text, int offset) {
    boolean here =
        REGEX
            .matcher(text)
            .results()
            .anyMatch(match -> match.start() <= offset && offset < match.end());
    return here
        ? Mended.of(
            "put the regular expression between `%` signs",
            REGEX
                .matcher(text)
                .replaceAll(
                    match ->
                        Matcher.quoteReplacement(
                            (match.group(1) == null ? "=" : match.group(1))
                                + " %"
                                + match.group(2)
                                + "%")))
        : Optional.empty();
  }
}
