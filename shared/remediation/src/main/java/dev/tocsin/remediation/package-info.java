/**
 * The one planner of repairs. What goes in: a snapshot, the verdicts on it, and whom new alarms
 * tell. What comes out: a {@link dev.tocsin.chain.remedy.Plan}, which the command line and the SSM
 * documents carry out alike.
 *
 * <p>A repair starts from the chain that the judge judged, adds what is missing, and is planned iff
 * the judge finds the control to hold in the account as it would be then. The shapes of the calls
 * stand in {@code cloudformation/remediation/calls.json}.
 *
 * <p>Reads no account and makes no call.
 *
 * <p>Must not import: software.amazon, com.amazonaws, java.nio.file.
 */
package dev.tocsin.remediation;
