package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A subscription filter, as {@code describe-subscription-filters} prints it: it sends the events it
 * matches to a stream, a function or another account.
 *
 * @param filterPattern absent means the empty pattern, which every event matches
 * @param fieldSelectionCriteria empty iff the filter reads all events of its group
 */
public record SubscriptionFilter(
    @JsonProperty(required = true) String filterName,
    @JsonProperty(required = true) String logGroupName,
    String filterPattern,
    @JsonProperty(required = true) String destinationArn,
    boolean applyOnTransformedLogs,
    String fieldSelectionCriteria) {

  public SubscriptionFilter {
    filterPattern = filterPattern == null ? "" : filterPattern;
    fieldSelectionCriteria = fieldSelectionCriteria == null ? "" : fieldSelectionCriteria;
  }
}
