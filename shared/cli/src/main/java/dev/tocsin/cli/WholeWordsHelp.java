package dev.tocsin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Help whose lines end at blanks only. The library's own end where prose may, which is also after a
 * hyphen or a dot inside of `cis-4.0.1`, `--confirm-on-aws` or a path.
 */
final class WholeWordsHelp extends Help {

  /** How far the library indents what goes on in the next line. */
  private static final int INDENT = 2;

  WholeWordsHelp(CommandSpec spec, ColorScheme colours) {
    super(spec, colours);
  }

  @Override
  public Layout createDefaultLayout(
      List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme colours) {
    int names = calcLongOptionColumnWidth(options, positionals, colours);
    Column[] columns = TextTable.forDefaultColumns(colours, names, width()).columns();
    return new Layout(
        colours,
        new WholeWords(colours, columns),
        createDefaultOptionRenderer(),
        createDefaultParameterRenderer());
  }

  @Override
  protected String insertSynopsisCommandName(int headingLength, Text details) {
    Text command = colorScheme().commandText(commandSpec().qualifiedName());
    int indent = headingLength + commandSpec().qualifiedName().length() + 1;
    Text stripped = details.plainString().startsWith(" ") ? details.substring(1) : details;
    List<Text> lines = lines(stripped, width() - indent, 0);
    return command
        + " "
        + String.join(
            System.lineSeparator() + " ".repeat(indent),
            lines.stream().map(Text::toString).toList())
        + System.lineSeparator();
  }

  @Override
  public String description(Object... parameters) {
    return paragraphs(commandSpec().usageMessage().description());
  }

  @Override
  public String footer(Object... parameters) {
    return paragraphs(commandSpec().usageMessage().footer());
  }

  private String paragraphs(String... paragraphs) {
    return Stream.of(paragraphs)
        .flatMap(paragraph -> Stream.of(colorScheme().text(String.format(paragraph)).splitLines()))
        .flatMap(line -> lines(line, width(), 0).stream())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private int width() {
    return commandSpec().usageMessage().width();
  }

  /** The lines of one, which end at blanks; a word that is longer than a line stands in one. */
  private static List<Text> lines(Text text, int width, int indent) {
    String plain = text.plainString();
    List<Text> lines = new ArrayList<>();
    int begin = 0;
    int room = width;
    while (plain.length() - begin > room) {
      int end = plain.lastIndexOf(' ', begin + room);
      if (end <= begin) {
        end = plain.indexOf(' ', begin + room);
      }
      if (end < 0) {
        break;
      }
      lines.add(text.substring(begin, end));
      begin = end + 1;
      room = width - indent;
    }
    lines.add(text.substring(begin));
    return lines;
  }

  /** A table whose last column holds prose. */
  private static final class WholeWords extends TextTable {

    private final ColorScheme colours;

    WholeWords(ColorScheme colours, Column... columns) {
      super(colours, columns);
      this.colours = colours;
    }

    @Override
    public void addRowValues(Text... values) {
      int last = values.length - 1;
      Column prose = columns()[last];
      Text[] row = values.clone();
      for (Text line : lines(values[last], prose.width - prose.indent, INDENT)) {
        row[last] = line;
        super.addRowValues(row);
        row = new Text[values.length];
        Arrays.fill(row, colours.text(""));
      }
    }
  }
}
