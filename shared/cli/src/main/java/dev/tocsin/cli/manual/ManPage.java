package dev.tocsin.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's manual page, in the macros of man(7). */
final class ManPage {
  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The name of a command's page, without section: {@code tocsin-evaluate}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** The page of a command of that version. */
  static String of(CommandSpec command, String version) {
    return new ManPage(command).written(version);
  }

  private String written(String version) {
    List<String> description = List.of(command.usageMessage().description());
    String about =
        description.isEmpty() ? command.name() : plain(description.get(0)).replaceFirst("\\.$", "");
    line(
        ".TH \"%s\" 1 \"\" \"%s\" \"Tocsin\""
            .formatted(name(command).toUpperCase(Locale.ROOT), escaped(version)));
    section("NAME");
    line(escaped(name(command)) + " \\- " + escaped(about));
    section("SYNOPSIS");
    verbatim(new Help(command, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip());
    section("DESCRIPTION");
    description.forEach(this::paragraph);
    arguments();
    commands();
    if (command.usageMessage().footer().length > 0) {
      section("NOTES");
      footer(List.of(command.usageMessage().footer()));
    }
    return page.toString();
  }

  private void arguments() {
    List<ArgSpec> shown = command.args().stream().filter(argument -> !argument.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    section("OPTIONS");
    for (ArgSpec argument : shown) {
      line(".TP");
      line(argument instanceof OptionSpec option ? names(option) : names(argument));
      line(
          escaped(plain(String.join(" ", argument.description()).replaceAll("\\s+", " ").strip())));
    }
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(label(option)) + "\\fR";
    return List.of(option.names()).stream()
        .map(name -> "\\fB" + escaped(name) + "\\fR" + value)
        .collect(Collectors.joining(", "));
  }

  private static String names(ArgSpec positional) {
    return "\\fI"
        + escaped(label(positional))
        + "\\fR"
        + (((PositionalParamSpec) positional).arity().max() > 1 ? " ..." : "");
  }

  private static String label(ArgSpec argument) {
    return argument.paramLabel().replaceAll("[<>]", "");
  }

  private void commands() {
    List<CommandSpec> subcommands =
        command.subcommands().values().stream()
            .map(one -> one.getCommandSpec())
            .distinct()
            .toList();
    if (subcommands.isEmpty()) {
      return;
    }
    section("COMMANDS");
    for (CommandSpec one : subcommands) {
      line(".TP");
      line("\\fB" + escaped(one.name()) + "\\fR");
      line(escaped(plain(String.join(" ", one.usageMessage().description()))));
    }
  }

  /** Lines that are set in stand as they are; what goes on over line ends is one paragraph. */
  private void footer(List<String> lines) {
    StringBuilder setIn = new StringBuilder();
    for (String text : lines) {
      if (text.startsWith("  ")) {
        setIn.append(text.substring(2)).append('\n');
        continue;
      }
      end(setIn);
      line(text.isBlank() ? ".PP" : escaped(plain(text)));
    }
    end(setIn);
  }

  private void end(StringBuilder setIn) {
    if (!setIn.isEmpty()) {
      verbatim(setIn.toString());
      setIn.setLength(0);
    }
  }

  private void paragraph(String text) {
    line(".PP");
    line(escaped(plain(text)));
  }

  private void verbatim(String text) {
    line(".RS 4");
    line(".nf");
    text.lines().forEach(one -> line(escaped(one)));
    line(".fi");
    line(".RE");
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** Without the marks by which picocli sets styles and per cent signs. */
  private static String plain(String text) {
    return Help.Ansi.OFF
        .text(text)
        .toString()
        .replace("%n", " ")
        .replace("%%", "%")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** As the reader is to see it, hyphens that can be copied among it. */
  private static String escaped(String text) {
    String safe =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("`", "\\(ga")
            .replace("^", "\\(ha")
            .replace("~", "\\(ti")
            .replace("'", "\\(aq")
            .replace("\"", "\\(dq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
