package dev.tocsin.cli.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.evaluation.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What need not raise an alarm, by options: patterns one by one, and a file of exemptions. */
final class ExemptOptions {
  private static final String FILE = "--exemptions";

  private OptionSpec patterns;
  private OptionSpec file;

  /** Adds the two options, the one for patterns described as given. */
  void addTo(CommandSpec command, String description) {
    patterns =
        OptionSpec.builder(Parameter.EXEMPT.option())
            .paramLabel(Parameter.EXEMPT.label())
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description(description + " May be repeated.")
            .build();
    file =
        OptionSpec.builder(FILE)
            .paramLabel("FILE")
            .type(Path.class)
            .description("A file with a JSON list of exemptions, beside those of --exempt.")
            .build();
    command.addOption(patterns).addOption(file);
  }

  /**
   * The one text that says all of it, as a rule's own parameter does.
   *
   * @throws InputProblem if the file holds no list
   */
  Optional<String> text() {
    List<String> given = texts().stream().filter(text -> !text.isBlank()).toList();
    Optional<Path> list = file();
    if (list.isEmpty() && given.size() <= 1) {
      return given.stream().findFirst();
    }
    ArrayNode all = Json.object().arrayNode();
    given.forEach(text -> listOf(text).ifPresentOrElse(all::addAll, () -> all.add(text)));
    list.ifPresent(path -> all.addAll(read(path)));
    return Optional.of(all.toString());
  }

  /** The option to blame where something is wrong with the text. */
  String blamed() {
    return texts().isEmpty() && file().isPresent() ? FILE : Parameter.EXEMPT.option();
  }

  /** Neither option is there for a command that does not offer them. */
  private List<String> texts() {
    List<String> texts = patterns == null ? null : patterns.getValue();
    return texts == null ? List.of() : texts;
  }

  private Optional<Path> file() {
    return Optional.ofNullable(file).map(OptionSpec::<Path>getValue);
  }

  private static ArrayNode read(Path path) {
    if (Json.read(InputFiles.text(path), "file `" + path + "`") instanceof ArrayNode list) {
      return list;
    }
    throw new InputProblem(
        "`" + FILE + "`: expected a JSON list of exemptions, found other JSON in `" + path + "`");
  }

  private static Optional<ArrayNode> listOf(String text) {
    try {
      return Json.read(text, "") instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    } catch (InputProblem aPattern) {
      return Optional.empty();
    }
  }
}
