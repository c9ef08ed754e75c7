package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A subscription filter, as {@code describe-subscription-filters} prints it: it sends the events it
 * matches to a stream, a function or another account.
 *
 * @param filterPattern every event matches the empty one
 * @param fieldSelectionCriteria empty iff the filter reads all events of its group
 */
public record SubscriptionFilter(
    @JsonProperty(required = true) String filterName,
    @JsonProperty(required = true) String logGroupName,
    @JsonProperty(required = true) String filterPattern,
    @JsonProperty(required = true) String destinationArn,
    boolean applyOnTransformedLogs,
    String fieldSelectionCriteria) {

  public SubscriptionFilter {
    fieldSelectionCriteria = fieldSelectionCriteria == null ? "" : fieldSelectionCriteria;
  }
}
