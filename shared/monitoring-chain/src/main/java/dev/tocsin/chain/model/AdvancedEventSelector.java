package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * An advanced event selector: an event is selected iff it passes every field selector.
 *
 * @param name null iff the selector has none
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record AdvancedEventSelector(
    String name, @JsonProperty(required = true) List<FieldSelector> fieldSelectors) {

  public AdvancedEventSelector {
    fieldSelectors = Lists.orEmpty(fieldSelectors);
  }

  /**
   * A condition on one field. The value passes iff one entry of {@code equalTo}, {@code startsWith}
   * or {@code endsWith} holds (or the three are empty) and no entry of the other lists does.
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record FieldSelector(
      @JsonProperty(required = true) String field,
      @JsonProperty("Equals") List<String> equalTo,
      List<String> startsWith,
      List<String> endsWith,
      @JsonProperty("NotEquals") List<String> notEqualTo,
      List<String> notStartsWith,
      List<String> notEndsWith) {

    public FieldSelector {
      equalTo = Lists.orEmpty(equalTo);
      startsWith = Lists.orEmpty(startsWith);
      endsWith = Lists.orEmpty(endsWith);
      notEqualTo = Lists.orEmpty(notEqualTo);
      notStartsWith = Lists.orEmpty(notStartsWith);
      notEndsWith = Lists.orEmpty(notEndsWith);
    }
  }
}
