package dev.tocsin.records;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what is read. Methods are called from one thread at a time. */
public interface RecordSink {

  /** One record, the reader's no longer: the sink may keep or change it. */
  void record(ObjectNode record);

  /** Something that is no record; the records round it are read all the same where possible. */
  void damage(Damage damage);
}
