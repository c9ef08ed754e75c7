package dev.tocsin.chain.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy variables, {@code ${aws:SourceAccount}} and the escapes {@code ${*}}, {@code ${?}}, {@code
 * ${$}}. Only policies of version 2012-10-17 have them; in older ones the text stands for itself.
 */
record Variables(boolean supported, AccessRequest request) {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{\\s*([^,}]*?)\\s*(?:,\\s*'([^']*)'\\s*)?}");

  /** The text with its variables replaced, or empty if one has no single known value. */
  Optional<String> expand(String text) {
    if (!supported || !text.contains("${")) {
      return Optional.of(text);
    }
    StringBuilder expanded = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    int copied = 0;
    while (matcher.find()) {
      Optional<String> value = value(matcher.group(1), Optional.ofNullable(matcher.group(2)));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      expanded.append(text, copied, matcher.start()).append(Wildcards.quote(value.orElseThrow()));
      copied = matcher.end();
    }
    expanded.append(text, copied, text.length());
    return Optional.of(expanded.toString());
  }

  private Optional<String> value(String name, Optional<String> ifAbsent) {
    if (name.equals("*") || name.equals("?") || name.equals("$")) {
      return Optional.of(name);
    }
    Optional<List<String>> values = request.values(name);
    if (values.isPresent() && values.orElseThrow().isEmpty()) {
      return ifAbsent;
    }
    return values.filter(known -> known.size() == 1).map(known -> known.get(0));
  }
}
