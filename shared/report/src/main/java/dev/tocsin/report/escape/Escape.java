package dev.tocsin.report.escape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.verdict.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes texts safe, one method for each kind of output. Each shows control and direction characters
 * as {@link Visible} does, so no text makes a line of its own or turns what stands around it.
 */
public final class Escape {

  private static final ObjectWriter PRETTY =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  /** What a spreadsheet takes for the beginning of a formula, in both widths. */
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*");

  private static final Pattern MARKDOWN =
      Pattern.compile("[\\\\`*_{}\\[\\]()!|~$]|^[-+#=]|(?<=^\\d{1,9})[.)]");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Escape() {}

  /** For a terminal or any other plain text: one line. */
  public static String plain(String text) {
    return Visible.of(text);
  }

  /** Between tags of HTML only, where quotes are characters like others; half as long for JSON. */
  public static String htmlText(String text) {
    return markup(text).replace("&quot;", "\"").replace("&#39;", "'");
  }

  /** Between tags of HTML and in its quoted attributes. */
  public static String html(String text) {
    return markup(text);
  }

  /**
   * Between tags of XML 1.0 and in its quoted attributes; what XML has no character for is shown.
   */
  public static String xml(String text) {
    return markup(text);
  }

  private static String markup(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    Visible.of(text)
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                  if (isNoCharacter(point)) {
                    safe.append(String.format("\\u%04x", point));
                  } else {
                    safe.appendCodePoint(point);
                  }
                }
              }
            });
    return safe.toString();
  }

  /** The code points that Unicode will never give to a character; XML excludes two of them. */
  private static boolean isNoCharacter(int point) {
    return (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
  }

  /** A field of RFC 4180, always quoted, with {@link #cell} in it. */
  public static String csv(String text) {
    return "\"" + cell(text).replace("\"", "\"\"") + "\"";
  }

  /**
   * One line, which begins with an apostrophe where a spreadsheet would take it for a formula, as
   * OWASP's page on CSV injection advises.
   */
  public static String cell(String text) {
    String line = Visible.of(text);
    return FORMULA.matcher(line).matches() ? "'" + line : line;
  }

  /** Running text of GitHub's Markdown, also within a table: no markup, link, mention or HTML. */
  public static String markdown(String text) {
    String literal = MARKDOWN.matcher(Visible.of(text)).replaceAll("\\\\$0");
    return literal
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("://", "&#58;//")
        .replaceAll("(?i)w(?=ww\\.)", "&#119;");
  }

  /** A block of code in Markdown, with line breaks around it. */
  public static String markdownCode(String text) {
    int longest = 2;
    Matcher run = BACKTICKS.matcher(text);
    while (run.find()) {
      longest = Math.max(longest, run.group().length());
    }
    String fence = "`".repeat(longest + 1);
    return fence + "\n" + lines(text) + "\n" + fence + "\n";
  }

  /** JSON text of several lines, in which names show as elsewhere though they mean the same. */
  public static String json(JsonNode document) {
    try {
      return lines(PRETTY.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always writable", e);
    }
  }

  /** JSON text of one line. */
  public static String jsonLine(JsonNode document) {
    return Visible.of(document.toString());
  }

  private static String lines(String text) {
    return text.lines().map(Visible::of).collect(Collectors.joining("\n"));
  }
}
