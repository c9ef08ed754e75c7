package dev.tocsin.chain.judge.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.model.AccountPolicy;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.verdict.Fault;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether filters and queries see the events of a log group as they are. What a data protection
 * policy finds is masked before metric filters, subscription filters and queries read it, unless
 * the policy only audits; the policies of the group and of the account add up (CloudWatch Logs user
 * guide, "Help protect sensitive log data with masking"; API reference, PutAccountPolicy).
 */
final class DataProtection {
  /** The group had a policy once, and has none now. */
  private static final String ENDED = "DELETED";

  private static final String INHERITED = "ACCOUNT_DATA_PROTECTION";
  private static final String FIX =
      "remove the policy, or let the trail deliver to a log group without one";

  private DataProtection() {}

  /** What stands in the way; empty iff every event can be read as it was delivered. */
  static Optional<Fault> judge(LogGroup group, RegionMonitoring region) {
    return Stream.of(own(group), ofAccount(region), unread(group, region), unknown(group))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Fault> own(LogGroup group) {
    String status = group.dataProtectionStatus();
    if (group.dataProtection().isPresent()) {
      return judge("its data protection policy", group.dataProtection().get());
    }
    return status == null || status.equals(ENDED)
        ? Optional.empty()
        : Optional.of(
            cannotShow(
                "its data protection status is `" + status + "`, and its policy was not read",
                "take the snapshot with the answer of `aws logs get-data-protection-policy`"));
  }

  private static Stream<AccountPolicy> policies(RegionMonitoring region) {
    return region.accountPolicies().stream()
        .filter(policy -> policy.policyType().equals(AccountPolicy.DATA_PROTECTION));
  }

  /** What the account's policies do to every group; empty iff they leave events as they are. */
  static Optional<Fault> ofAccount(RegionMonitoring region) {
    return policies(region)
        .flatMap(policy -> ofAccount(policy).stream())
        .findFirst()
        .or(() -> ofNoKnownType(region));
  }

  private static Optional<Fault> ofNoKnownType(RegionMonitoring region) {
    return region.accountPolicies().stream()
        .filter(policy -> !policy.policyType().equals(AccountPolicy.DATA_PROTECTION))
        .filter(policy -> !AccountPolicy.HARMLESS.contains(policy.policyType()))
        .findFirst()
        .map(
            policy ->
                cannotShow(
                    "the account's policy `%s` is a `%s`, which is not known"
                        .formatted(policy.policyName(), policy.policyType()),
                    FIX));
  }

  private static Optional<Fault> ofAccount(AccountPolicy policy) {
    return policy.policyDocument() == null
        ? Optional.of(
            cannotShow(
                "the `policyDocument` of the account's data protection policy `%s` was not read"
                    .formatted(policy.policyName()),
                "take the snapshot with the answer of `aws logs describe-account-policies`"))
        : judge("the account's data protection policy", policy.policyDocument());
  }

  private static Optional<Fault> unread(LogGroup group, RegionMonitoring region) {
    return policies(region).findAny().isEmpty() && group.inheritedProperties().contains(INHERITED)
        ? Optional.of(
            cannotShow(
                "it inherits the account's data protection policy, which was not read",
                "take the snapshot with the answer of `aws logs describe-account-policies`"))
        : Optional.empty();
  }

  /**
   * What an account's policies give the group may change what is seen, if nobody knows what it is.
   */
  private static Optional<Fault> unknown(LogGroup group) {
    return group.inheritedProperties().stream()
        .filter(property -> !property.equals(INHERITED))
        .findFirst()
        .map(property -> cannotShow("it inherits `" + property + "`, which is not known", FIX));
  }

  private static Optional<Fault> judge(String policy, String document) {
    return onlyAudits(document)
        ? Optional.empty()
        : Optional.of(cannotShow(policy + " masks what it finds", FIX));
  }

  /** Whether each statement of the policy audits and does nothing else. */
  private static boolean onlyAudits(String document) {
    JsonNode statements;
    try {
      statements = JsonTexts.read(document).path("Statement");
    } catch (JsonProcessingException notJson) {
      return false;
    }
    if (!statements.isArray() || statements.isEmpty()) {
      return false;
    }
    for (JsonNode statement : statements) {
      JsonNode operation = statement.path("Operation");
      if (operation.size() != 1 || !operation.has("Audit")) {
        return false;
      }
    }
    return true;
  }

  private static Fault cannotShow(String because, String fix) {
    return Fault.cannotShow("filters see its events as they are: " + because, fix);
  }
}
