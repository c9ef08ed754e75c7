package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FieldKinds;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Condition;

/** A fact that holds for the records that a pattern leaves over. */
record EitherTest(FilterPattern pattern, FieldKinds kinds) implements EventTest {

  @Override
  public String text() {
    return "`" + pattern.text() + "` or " + kinds.text();
  }

  @Override
  public boolean matches(JsonNode event) {
    return pattern.matches(event) || kinds.matches(event);
  }

  @Override
  public Condition condition() {
    return Condition.any(pattern.condition(), kinds.condition());
  }
}
