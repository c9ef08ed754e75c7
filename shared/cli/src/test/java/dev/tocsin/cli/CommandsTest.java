package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.StandardOutput;
import dev.tocsin.cli.io.Terminal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A command is made alone where it is named, as it would be made among all. */
class CommandsTest {
  private final Terminal terminal = Terminal.ofProcess(Map.of(), new StandardOutput());

  @Test
  void everyCommandHasItsOwnName() {
    CommandLine all = Tocsin.root(terminal);
    assertThat(all.getSubcommands().keySet())
        .containsAll(Commands.all(terminal).keySet())
        .contains("help", "completion");
    for (String name : Commands.all(terminal).keySet()) {
      CommandLine alone = Tocsin.root(terminal, name, "--help").getSubcommands().get(name);
      assertThat(alone.getUsageMessage())
          .as(name)
          .isEqualTo(all.getSubcommands().get(name).getUsageMessage());
    }
  }

  @Test
  void onlyWhatIsNamedIsMade() {
    assertThat(Tocsin.root(terminal, "evaluate").getSubcommands()).containsOnlyKeys("evaluate");
    for (String about : List.of("man", "help", "completion", "--help", "evalute")) {
      assertThat(Tocsin.root(terminal, about, "evaluate").getSubcommands())
          .as(about)
          .hasSizeGreaterThan(Commands.all(terminal).size());
    }
  }
}
