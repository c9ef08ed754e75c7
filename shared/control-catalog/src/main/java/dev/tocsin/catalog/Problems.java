package dev.tocsin.catalog;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a reader of bad folders learns everything at once. */
final class Problems {

  private final List<CatalogProblem> problems = new ArrayList<>();

  /** The place a file has in messages. */
  record Place(Problems problems, String folder, String file) {

    void add(String expected, String found, String fix) {
      problems.problems.add(new CatalogProblem(folder, file, expected, found, fix));
    }
  }

  Place at(String folder, String file) {
    return new Place(this, folder, file);
  }

  List<CatalogProblem> all() {
    return List.copyOf(problems);
  }

  /**
   * Ends the reading of folders.
   *
   * @throws CatalogException with every problem, if there is one
   */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new CatalogException(all());
    }
  }
}
