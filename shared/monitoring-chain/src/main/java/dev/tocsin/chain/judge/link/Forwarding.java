package dev.tocsin.chain.judge.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.language.LogGroupSelection;
import dev.tocsin.chain.model.AccountPolicy;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.SubscriptionFilter;
import dev.tocsin.chain.verdict.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What sends events of a log group away: a subscription filter of its own, or the account's policy
 * for all groups, which says the same in its document (CloudWatch Logs API reference,
 * PutAccountPolicy).
 *
 * @param name the filter's or the policy's
 * @param destinationArn empty iff the document names none
 * @param unread why it is not known to be for the group, or what it sends; empty iff it is
 */
record Forwarding(
    String name,
    String pattern,
    String destinationArn,
    boolean transformed,
    String criteria,
    ObjectNode settings,
    Optional<Fault> unread) {

  /** All that may be for the group of that name, its own filters first. */
  static List<Forwarding> of(String logGroup, RegionMonitoring region) {
    List<Forwarding> forwardings = new ArrayList<>();
    region.subscriptionFilters().stream()
        .filter(filter -> filter.logGroupName().equals(logGroup))
        .map(Forwarding::of)
        .forEach(forwardings::add);
    region.accountPolicies().stream()
        .filter(policy -> policy.policyType().equals(AccountPolicy.SUBSCRIPTION_FILTER))
        .flatMap(policy -> of(policy, logGroup).stream())
        .forEach(forwardings::add);
    return forwardings;
  }

  private static Forwarding of(SubscriptionFilter filter) {
    return new Forwarding(
        filter.filterName(),
        filter.filterPattern(),
        filter.destinationArn(),
        filter.applyOnTransformedLogs(),
        filter.fieldSelectionCriteria(),
        Settings.of(filter),
        Optional.empty());
  }

  /** Empty iff the policy leaves the group out. */
  private static Optional<Forwarding> of(AccountPolicy policy, String logGroup) {
    Optional<LogGroupSelection> selection = LogGroupSelection.parse(policy.selectionCriteria());
    if (selection.filter(read -> !read.selects(logGroup)).isPresent()) {
      return Optional.empty();
    }
    JsonNode document = document(policy);
    Optional<String> leftOut =
        Stream.of("DestinationArn", "FilterPattern")
            .filter(member -> !document.path(member).isTextual())
            .findFirst();
    Optional<Fault> unread =
        selection.isEmpty()
            ? Optional.of(
                Fault.cannotShow(
                    "it is for log group `%s`: its selection is `%s`"
                        .formatted(logGroup, policy.selectionCriteria()),
                    "select log groups by `LogGroupName NOT IN [\"…\"]`"))
            : leftOut.map(
                member ->
                    Fault.cannotShow(
                        "it sends the events anywhere: its document names no `%s`"
                            .formatted(member),
                        "take the snapshot with the answer of `aws logs describe-account-policies`"));
    return Optional.of(
        new Forwarding(
            policy.policyName(),
            document.path("FilterPattern").asText(""),
            document.path("DestinationArn").asText(""),
            false,
            "",
            Settings.of(policy),
            unread));
  }

  private static JsonNode document(AccountPolicy policy) {
    try {
      return policy.policyDocument() == null
          ? Settings.none()
          : JsonTexts.read(policy.policyDocument());
    } catch (JsonProcessingException noJson) {
      return Settings.none();
    }
  }
}
