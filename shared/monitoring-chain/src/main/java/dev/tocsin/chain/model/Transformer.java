package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The answer of {@code get-transformer}: how a log group rewrites its events before they are
 * queried.
 *
 * @param processors each by its kind; empty iff the group has no transformer of its own
 */
public record Transformer(@JsonProperty("transformerConfig") List<Map<String, Object>> processors) {

  public Transformer {
    processors = Lists.orEmpty(processors);
  }
}
