package dev.tocsin.chain.eventbridge;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.EventTest;
import java.util.List;
import java.util.Optional;

/**
 * One EventBridge rule that looks at CloudTrail events.
 *
 * @param subject the rule's name
 * @param region its Region
 * @param test which CloudTrail records reach the rule and match it, or would if it had none of its
 *     own findings; empty iff its pattern is not understood
 * @param ownFindings what is wrong with the rule itself or keeps all records from it
 * @param reach where its targets lead
 */
public record RuleChain(
    String subject,
    String region,
    Optional<EventTest> test,
    List<Finding> ownFindings,
    Reach reach) {

  public RuleChain {
    ownFindings = List.copyOf(ownFindings);
  }

  /** True iff what the rule matches reaches someone. */
  public boolean holds() {
    return test.isPresent() && ownFindings.isEmpty() && reach.reaches();
  }
}
