package dev.tocsin.backtest.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.records.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests that are put to the same records. JSON patterns share the values that they look at and the
 * conditions that they have in common; all other tests are asked as they are. Not safe to share
 * between threads: each has its own.
 */
public final class SharedTests {

  private final List<EventTest> tests;
  private final Values values = new Values();
  private final List<Part> parts;

  /** Made ready for records; the answers are in the order of the tests. */
  public SharedTests(List<? extends EventTest> tests) {
    this.tests = List.copyOf(tests);
    Compilation compilation = new Compilation(values);
    this.parts = this.tests.stream().map(compilation::part).toList();
  }

  /** The members of a record that the tests look at; what is skipped changes no answer. */
  public static Fields fields(List<? extends EventTest> tests) {
    List<List<String>> paths = new ArrayList<>();
    for (EventTest test : tests) {
      if (test instanceof FilterPattern pattern && pattern.expression().isPresent()) {
        pattern
            .expression()
            .get()
            .leaves()
            .map(Expression.Leaf::selector)
            .map(SharedTests::names)
            .forEach(paths::add);
      } else {
        return Fields.ALL;
      }
    }
    return Fields.of(paths);
  }

  /** Takes the next record. */
  public void look(ObjectNode record) {
    values.look(record);
  }

  /** Whether a test matches the record, as its own {@code matches} says. */
  public boolean matches(int test) {
    return parts.get(test).holds();
  }

  /** The names up to where a selector takes an element or any member. */
  private static List<String> names(Selector selector) {
    List<String> names = new ArrayList<>();
    for (Selector.Step step : selector.steps()) {
      if (!(step instanceof Selector.Step.Name name)) {
        break;
      }
      names.add(name.name());
    }
    return names;
  }
}
