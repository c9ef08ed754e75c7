package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.JsonNode;

/** What can stand at a path of a record, the absence of anything included. */
public enum Kind {
  STRING,
  MISSING,
  NUMBER,
  TRUE,
  FALSE,
  NULL,
  OBJECT,
  ARRAY;

  /** The kind of a value; null and {@code MissingNode} are missing. */
  public static Kind of(JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return MISSING;
    }
    if (value.isTextual()) {
      return STRING;
    }
    if (value.isNumber()) {
      return NUMBER;
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? TRUE : FALSE;
    }
    return value.isObject() ? OBJECT : value.isArray() ? ARRAY : NULL;
  }
}
