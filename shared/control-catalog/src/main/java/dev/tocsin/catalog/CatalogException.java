package dev.tocsin.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Rule folders cannot be read; {@link #problems} names every reason, the message one a line. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<CatalogProblem> problems;

  CatalogException(List<CatalogProblem> problems) {
    super(problems.stream().map(CatalogProblem::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem found, in the order of folders and files. */
  public List<CatalogProblem> problems() {
    return problems;
  }
}
