package dev.tocsin.report.page;

import dev.tocsin.report.escape.Escape;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Made by elements and texts only, so that what an account holds is never markup.
 */
final class Html {

  static final Html NOTHING = new Html("");

  /** Behind what joins words, and before a capital that begins one. */
  private static final Pattern PARTS =
      Pattern.compile("(?<=[-/_.:@])(?=[^-/_.:@])|(?<=[a-z0-9])(?=[A-Z])");

  private final String source;

  private Html(String source) {
    this.source = source;
  }

  /** A text between tags. */
  static Html text(String text) {
    return new Html(Escape.htmlText(text));
  }

  /** A name, which is broken where its parts meet if it has to be, and nowhere within one. */
  static Html name(String name) {
    return all(Arrays.stream(PARTS.split(name)).map(Html::text).toList(), new Html("<wbr>"));
  }

  /** An element of that name and classes, for example {@code span.tag.bad}. */
  static Html of(String nameAndClasses, Html... content) {
    return of(nameAndClasses, Attributes.NONE, content);
  }

  /** The same with attributes. */
  static Html of(String nameAndClasses, Attributes attributes, Html... content) {
    String[] parts = nameAndClasses.split("\\.", -1);
    String classes = String.join(" ", Arrays.copyOfRange(parts, 1, parts.length));
    String open =
        "<"
            + parts[0]
            + (classes.isEmpty() ? "" : " class=\"" + classes + "\"")
            + attributes.source();
    return new Html(open + ">" + all(content).source + "</" + parts[0] + ">");
  }

  /** An element that holds a text. */
  static Html of(String nameAndClasses, String text) {
    return of(nameAndClasses, text(text));
  }

  /** One after the other. */
  static Html all(Html... pieces) {
    return all(Arrays.asList(pieces));
  }

  /** One after the other. */
  static Html all(Collection<Html> pieces) {
    return all(pieces, NOTHING);
  }

  private static Html all(Collection<Html> pieces, Html between) {
    return new Html(
        pieces.stream().map(piece -> piece.source).collect(Collectors.joining(between.source)));
  }

  /** A resource of this package, which is markup of our own. */
  static Html ours(String markup) {
    return new Html(markup);
  }

  /** A text in which {@code `…`} is code, as messages write it. */
  static Html message(String text) {
    StringBuilder joined = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('`'); open >= 0; open = text.indexOf('`', from)) {
      int close = text.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      joined.append(Escape.htmlText(text.substring(from, open)));
      joined.append(of("code", text.substring(open + 1, close)).source);
      from = close + 1;
    }
    return new Html(joined + Escape.htmlText(text.substring(from)));
  }

  @Override
  public String toString() {
    return source;
  }

  /** Attributes of an element. */
  static final class Attributes {
    static final Attributes NONE = new Attributes("");

    private final String source;

    private Attributes(String source) {
      this.source = source;
    }

    /** Names and values in turn. */
    static Attributes of(String... namesAndValues) {
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        joined
            .append(' ')
            .append(namesAndValues[i])
            .append("=\"")
            .append(Escape.html(namesAndValues[i + 1]))
            .append('"');
      }
      return new Attributes(joined.toString());
    }

    /** The same with one that has no value. */
    Attributes and(String name) {
      return new Attributes(source + " " + name);
    }

    String source() {
      return source;
    }
  }
}
