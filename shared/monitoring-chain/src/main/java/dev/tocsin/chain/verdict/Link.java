package dev.tocsin.chain.verdict;

/**
 * The links of a chain, in the order an event travels and a person repairs; the last is no link but
 * what a rule's own parameters leave out of it.
 */
public enum Link {
  TRAIL,
  LOG_GROUP,
  METRIC_FILTER,
  METRIC,
  SUBSCRIPTION_FILTER,
  EVENT_RULE,
  ALARM,
  ACTION,
  TOPIC,
  SUBSCRIPTION,
  EXEMPTION
}
