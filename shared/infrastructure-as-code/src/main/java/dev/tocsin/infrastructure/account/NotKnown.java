package dev.tocsin.infrastructure.account;

/** A property that must be known is not; never leaves this package. */
final class NotKnown extends Exception {
  private static final long serialVersionUID = 1L;

  private final String property;

  /**
   * @param property where, for example {@code MetricTransformations[0].MetricName}
   * @param why a clause that follows the property
   */
  NotKnown(String property, String why) {
    super(why);
    this.property = property;
  }

  String property() {
    return property;
  }
}
