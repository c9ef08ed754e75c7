package dev.tocsin.filterpattern.decide;

/** Whether deployed tests see every required event, for those who need no event and no reason. */
public enum Answer {
  /** They do, or there is nothing to see. */
  COVERED,
  /** An event is missed. */
  MISSED,
  /** Neither could be shown. */
  UNDECIDED
}
