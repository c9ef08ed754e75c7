package dev.tocsin.chain.verdict;

/** The links of a chain, in the order an event travels and a person repairs. */
public enum Link {
  TRAIL,
  LOG_GROUP,
  METRIC_FILTER,
  METRIC,
  EVENT_RULE,
  ALARM,
  ACTION,
  TOPIC,
  SUBSCRIPTION
}
