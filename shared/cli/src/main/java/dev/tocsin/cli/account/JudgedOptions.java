package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.control.Controls;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which account is judged, and by which controls: what `evaluate` and `remediate` share. */
final class JudgedOptions {

  @ArgGroup private AccountSource source = new AccountSource();

  @Option(
      names = "--control",
      paramLabel = "ID",
      description =
          "Judge this control only; may be repeated. `all` is every control there is; default:"
              + " those of --benchmark.")
  private List<String> controls = List.of();

  AccountSource source() {
    return source;
  }

  /** The controls that are named; empty iff none is. */
  List<Control> named(ControlCatalog catalog) {
    return controls.contains("all") ? catalog.controls() : Controls.find(catalog, controls);
  }
}
