package dev.tocsin.chain.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The outcome for one control.
 *
 * @param control the control's id
 * @param complianceType {@code COMPLIANT} iff a required event would reach someone
 * @param findings the broken links of the best chain in the order a person repairs them; empty iff
 *     it is compliant or decided elsewhere
 * @param chain the links that hold; when compliant, all links of a chain that covers the control
 * @param missedEvent a required CloudTrail record that no counted filter or rule sees
 * @param unseenBy for a missed event, what is deployed for the control and does not match it
 * @param notes what else the reader should know: breadth, where it is decided
 * @param exempt what need not raise the alarm, of the events that the control is about
 */
public record Verdict(
    String control,
    ComplianceType complianceType,
    List<Finding> findings,
    List<Evidence> chain,
    Optional<ObjectNode> missedEvent,
    List<UnseenBy> unseenBy,
    List<String> notes,
    List<Exemption> exempt) {

  public Verdict {
    findings = List.copyOf(findings);
    chain = List.copyOf(chain);
    unseenBy = List.copyOf(unseenBy);
    notes = List.copyOf(notes);
    exempt = List.copyOf(exempt);
  }

  /** Where nothing deployed was asked about the missed event. */
  public Verdict(
      String control,
      ComplianceType complianceType,
      List<Finding> findings,
      List<Evidence> chain,
      Optional<ObjectNode> missedEvent,
      List<String> notes) {
    this(control, complianceType, findings, chain, missedEvent, List.of(), notes);
  }

  /** As judged, whatever was left out of what is required. */
  public Verdict(
      String control,
      ComplianceType complianceType,
      List<Finding> findings,
      List<Evidence> chain,
      Optional<ObjectNode> missedEvent,
      List<UnseenBy> unseenBy,
      List<String> notes) {
    this(control, complianceType, findings, chain, missedEvent, unseenBy, notes, List.of());
  }

  /** The same, with what was exempted. */
  public Verdict exempting(List<Exemption> exemptions) {
    return new Verdict(
        control, complianceType, findings, chain, missedEvent, unseenBy, notes, exemptions);
  }

  /** The same with other findings. */
  public Verdict withFindings(List<Finding> others) {
    return new Verdict(
        control, complianceType, others, chain, missedEvent, unseenBy, notes, exempt);
  }

  /** The same with one more note. */
  public Verdict withNote(String note) {
    return withNotes(List.of(note));
  }

  /** The same with more notes after its own. */
  public Verdict withNotes(Collection<String> others) {
    List<String> more = new ArrayList<>(notes);
    more.addAll(others);
    return new Verdict(
        control, complianceType, findings, chain, missedEvent, unseenBy, more, exempt);
  }

  /** True iff the control holds. */
  public boolean compliant() {
    return complianceType == ComplianceType.COMPLIANT;
  }
}
