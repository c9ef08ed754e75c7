package dev.tocsin.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The way on which AWS publishes a control's events. */
public enum Delivery {
  /** CloudTrail records: a trail's log group sees them, and so does EventBridge. */
  CLOUDTRAIL("cloudtrail"),
  /**
   * Events that a service sends to EventBridge and never to a trail. Their required pattern speaks
   * about the whole event with its envelope, and no metric filter can cover it.
   */
  EVENTBRIDGE("eventbridge");

  private final String id;

  Delivery(String id) {
    this.id = id;
  }

  /** The name in {@code control.json}. */
  public String id() {
    return id;
  }

  /** The way of that name, or nothing. */
  public static Optional<Delivery> of(String id) {
    return Arrays.stream(values()).filter(delivery -> delivery.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
