package dev.tocsin.filterpattern.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern in several string literals, one behind the other. */
final class Concatenation implements Mend {
  private static final Pattern LITERALS =
      Pattern.compile(
          "\\s*\\(?\\s*([\"'`])\\s*\\{.*\\}\\s*\\1\\s*\\)?\\s*[,;]?\\s*", Pattern.DOTALL);

  @Override
  public Optional<Mended> of(String text, int offset) {
    Matcher literals = LITERALS.matcher(text);
    if (!literals.matches()) {
      return Optional.empty();
    }
    String quote = literals.group(1);
    String joint = quote + "(?:\\s*(?:\\+|\\\\)\\s*|\\s*[\\r\\n]\\s*)" + quote;
    String joined = text.replaceAll(joint, "");
    return joined.equals(text)
        ? Optional.empty()
        : Mended.of("join the parts of the text", joined.strip());
  }
}
