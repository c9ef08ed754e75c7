package dev.tocsin.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Records that nobody can take for real ones, and that one pattern tells from them. */
final class MarkedRecord {
  private MarkedRecord() {}

  /** A control's record, of this moment and marked. */
  static ObjectNode of(ObjectNode sample, Instant now) {
    ObjectNode record = sample.deepCopy();
    record.put("eventTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
    record.put("eventID", DrillPlan.MARK + "-" + UUID.randomUUID());
    record.put("userAgent", DrillPlan.MARK);
    return record;
  }
}
