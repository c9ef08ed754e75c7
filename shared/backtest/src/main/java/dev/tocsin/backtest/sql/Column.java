package dev.tocsin.backtest.sql;

import java.util.Map;

/** Where a member of a record is in a table. */
sealed interface Column {

  /** A text, SQL's NULL iff the record has no such member. */
  record Text(String sql) implements Column {}

  /**
   * A truth value.
   *
   * @param isTrue what holds iff it is true
   */
  record Truth(String sql, String isTrue, String isFalse) implements Column {}

  /** Any JSON, as its text; NULL iff the record has no such member or has null there. */
  record Json(String sql) implements Column {}

  /** An object with members of its own. */
  record Struct(String sql, Map<String, Column> members) implements Column {}
}
