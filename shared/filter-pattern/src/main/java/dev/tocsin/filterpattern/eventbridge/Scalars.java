package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.eventbridge.ValueTest.AnythingBut;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Bound;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Cidr;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Constant;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Numeric;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Text;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Wildcard;
import dev.tocsin.filterpattern.reading.JsonNumber;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.math.BigDecimal;

/** One test on one string, number, boolean or null of an event. */
final class Scalars {
  private Scalars() {}

  static boolean holds(ValueTest test, JsonNode value) {
    if (test instanceof Constant constant) {
      return constant.value().equals(value);
    }
    if (test instanceof Text text) {
      return value.isTextual() && holds(text, value.textValue());
    }
    if (test instanceof Wildcard wildcard) {
      return value.isTextual()
          && WildcardReading.GLOB.matches(wildcard.pieces(), value.textValue());
    }
    if (test instanceof Numeric numeric) {
      return value.isNumber()
          && JsonNumber.of(value).value().filter(number -> holds(numeric, number)).isPresent();
    }
    if (test instanceof Cidr cidr) {
      return value.isTextual() && cidr.network().contains(value.textValue());
    }
    if (test instanceof AnythingBut anythingBut) {
      return anythingBut.excluded().stream().noneMatch(excluded -> holds(excluded, value));
    }
    return ((Exists) test).expected();
  }

  private static boolean holds(Text test, String value) {
    String text = test.ignoreCase() ? fold(test.text()) : test.text();
    String other = test.ignoreCase() ? fold(value) : value;
    return switch (test.place()) {
      case WHOLE -> other.equals(text);
      case PREFIX -> other.startsWith(text);
      case SUFFIX -> other.endsWith(text);
    };
  }

  /** The text with its ASCII letters small; patterns hold no others where case is ignored. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ('A' <= c && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return folded.toString();
  }

  private static boolean holds(Numeric test, BigDecimal value) {
    for (Bound bound : test.bounds()) {
      int order = value.compareTo(bound.number());
      boolean holds =
          switch (bound.operator()) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
