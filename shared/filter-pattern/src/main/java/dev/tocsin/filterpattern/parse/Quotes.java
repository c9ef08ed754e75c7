package dev.tocsin.filterpattern.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes that are curly, single, doubled, or missing at one end of a word. */
final class Quotes {
  private static final String WORD = "([\\w.*:/@-]+)";
  private static final String END = "(?=\\s*(?:[)}]|&&|\\|\\||$))";
  private static final Pattern CURLY = Pattern.compile("\"[^\"“”„«»″‘’′‚`]*\"|[“”„«»″‘’′‚`]");
  private static final Pattern UNCLOSED = Pattern.compile("(!?=\\s*)\"" + WORD + END);
  private static final Pattern UNOPENED = Pattern.compile("(!?=\\s*)" + WORD + "\"" + END);
  private static final Pattern DOUBLED = Pattern.compile("(''|\"\")([^'\"]+)\\1");
  private static final Pattern SINGLE = Pattern.compile("\"[^\"]*\"|(?<!\\[)'([^'\"]*)'");

  private Quotes() {}

  /** The text with plain double quotes round its values. */
  static String plain(String text) {
    String plain = CURLY.matcher(text).replaceAll(match -> quote(match.group(), "\""));
    plain = DOUBLED.matcher(plain).replaceAll("\"$2\"");
    plain = UNCLOSED.matcher(plain).replaceAll("$1\"$2\"");
    plain = UNOPENED.matcher(plain).replaceAll("$1\"$2\"");
    return SINGLE
        .matcher(plain)
        .replaceAll(match -> quote(match.group(), "\"" + match.group(1) + "\""));
  }

  private static String quote(String found, String plain) {
    return Matcher.quoteReplacement(found.startsWith("\"") ? found : plain);
  }
}
