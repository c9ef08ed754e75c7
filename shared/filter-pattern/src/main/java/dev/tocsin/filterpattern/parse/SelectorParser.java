package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Selector.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code $.a.['b.c'][0].*} and counts the wildcards of the pattern. */
final class SelectorParser {
  private static final int MAX_WILDCARDS = 3;

  private final Cursor cursor;
  private int wildcards;

  SelectorParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Precondition: a {@code $} stands here. */
  Selector parse() throws Refusal {
    cursor.take("$");
    if (!cursor.looksAt(".")) {
      throw rootless();
    }
    List<Step> steps = new ArrayList<>();
    boolean wildcard = false;
    while (cursor.looksAt(".") || cursor.looksAt("[")) {
      int start = cursor.offset();
      Step step = cursor.take(".") ? name() : index();
      if (step instanceof Step.Wildcard) {
        if (wildcard) {
          throw cursor.refuseAt(start, Expected.ONE_WILDCARD, Fix.WILDCARD);
        }
        if (++wildcards > MAX_WILDCARDS) {
          throw cursor.refuseAt(start, Expected.THREE_WILDCARDS, Fix.WILDCARD);
        }
        wildcard = true;
      }
      steps.add(step);
    }
    return new Selector(steps);
  }

  private Refusal rootless() {
    if (cursor.looksAt("['") || cursor.looksAt("[\"")) {
      return cursor.refuse(Expected.DOT, Fix.QUOTED_NAME);
    }
    if (cursor.looksAt("[")) {
      return cursor.refuse(Expected.DOT, Fix.ROOT_INDEX);
    }
    String word = cursor.word();
    return cursor.refuse(Expected.DOT, word.isEmpty() ? Fix.ROOT : Fix.ROOT_NAME.formatted(word));
  }

  private Step name() throws Refusal {
    if (cursor.take("*")) {
      return new Step.Wildcard();
    }
    if (cursor.take("['")) {
      String name = cursor.takeUntil('\'');
      if (name.isEmpty() && cursor.looksAt("'")) {
        throw cursor.refuse(Expected.NAME, Fix.NAME);
      }
      if (!cursor.take("']")) {
        throw cursor.refuse(Expected.NAME_END, Fix.NAME_END);
      }
      return new Step.Name(name);
    }
    if (cursor.looksAt("[\"") || cursor.looksAt("\"") || cursor.looksAt("'")) {
      throw cursor.refuse(Expected.NAME, Fix.QUOTED_NAME);
    }
    String name = cursor.takeWord();
    if (name.isEmpty()) {
      throw cursor.refuse(Expected.NAME, Fix.NAME);
    }
    return new Step.Name(name);
  }

  private Step index() throws Refusal {
    cursor.take("[");
    int start = cursor.offset();
    Step step;
    if (cursor.take("*")) {
      step = new Step.Wildcard();
    } else {
      String digits = cursor.takeDigits();
      if (digits.isEmpty()) {
        boolean quoted = cursor.looksAt("'") || cursor.looksAt("\"");
        throw cursor.refuse(Expected.INDEX, quoted ? Fix.QUOTED_NAME : Fix.INDEX);
      }
      try {
        step = new Step.Index(Integer.parseInt(digits));
      } catch (NumberFormatException e) {
        throw cursor.refuseAt(start, Expected.SMALL_INDEX, Fix.INDEX);
      }
    }
    if (!cursor.take("]")) {
      throw cursor.refuse(Expected.BRACKET, Fix.INDEX);
    }
    return step;
  }
}
