package dev.tocsin.aws;

/** The states of a query that AWS runs. */
final class QueryStates {
  private QueryStates() {}

  /** That a call answered with a state that no query has. */
  static AccountReadException unknown(String action, String id, String state) {
    return AccountReadException.malformed(
        action, id, new BadAnswer("`" + state + "` is no state of a query"));
  }
}
