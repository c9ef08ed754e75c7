package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a read must show.
 *
 * @param value what is compared; JSON null stands for nothing there
 * @param is whether the read must show the value, or anything else
 * @param otherwise what it means if it does not, and what a person does then; lower case, no final
 *     stop
 */
public record Expectation(Read read, JsonNode value, boolean is, String otherwise) {

  /**
   * Whether it holds.
   *
   * @param answer what the read answered; a missing node iff what it asks about does not exist
   */
  public boolean holds(JsonNode answer) {
    return is == Likeness.of(value, read.in(answer));
  }
}
