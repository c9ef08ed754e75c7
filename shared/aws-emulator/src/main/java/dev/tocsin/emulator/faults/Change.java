package dev.tocsin.emulator.faults;

/** A change of one member of an answer. */
enum Change {
  LEFT_OUT,
  NULL,
  OTHER_TYPE,
  LONG_TEXT,
  TWICE
}
