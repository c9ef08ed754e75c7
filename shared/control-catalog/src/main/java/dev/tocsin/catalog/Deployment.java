package dev.tocsin.catalog;

/** What is made in an account so that a control's events reach a person. */
public sealed interface Deployment {

  /**
   * A metric filter on the trail's log group, and an alarm on its metric.
   *
   * @param pattern the filter's text, at most 1,024 characters
   */
  record FilterAndAlarm(String pattern) implements Deployment {}

  /**
   * An EventBridge rule whose target is a topic.
   *
   * @param eventPattern its JSON text
   */
  record EventRule(String eventPattern) implements Deployment {}
}
