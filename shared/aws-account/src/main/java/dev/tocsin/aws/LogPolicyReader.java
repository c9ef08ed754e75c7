package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccountPolicy;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeAccountPoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetTransformerResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyType;

/** Reads what the account's policies do to log groups, and who rewrites what a group holds. */
final class LogPolicyReader {
  /**
   * The partitions that do not have transformers: CloudFormation has its type for them in every
   * Region but theirs (cfn-lint 1.51.0, resource types by Region).
   */
  private static final Set<Partition> WITHOUT_TRANSFORMERS =
      Set.of(Partition.CHINA, Partition.US_GOV);

  private final CloudWatchLogsClient logs;
  private final boolean mayLackTransformers;

  LogPolicyReader(AwsClients clients, String region) {
    this.logs = clients.logs(region);
    this.mayLackTransformers =
        Partition.find(region).filter(WITHOUT_TRANSFORMERS::contains).isPresent();
  }

  /** The account's policies that mask, whichever log groups they are for. */
  List<AccountPolicy> masks() {
    return policies(PolicyType.DATA_PROTECTION_POLICY, Set.of());
  }

  /** The account's policies that send events elsewhere, whichever log groups they are for. */
  List<AccountPolicy> subscriptions() {
    return policies(PolicyType.SUBSCRIPTION_FILTER_POLICY, Set.of());
  }

  /** The account's transformers, whichever log groups they are for. */
  List<AccountPolicy> transformers() {
    return policies(
        PolicyType.TRANSFORMER_POLICY,
        mayLackTransformers ? Set.of("InvalidParameterException") : Set.of());
  }

  /** A log group's own transformer; CloudWatch Logs answers "not found" for a group without. */
  Optional<ObjectNode> transformer(String group) {
    String none = "ResourceNotFoundException";
    Answer<GetTransformerResponse> transformer =
        ApiCall.ask(
            "logs:GetTransformer",
            group,
            mayLackTransformers ? Set.of(none, "UnknownOperationException") : Set.of(none),
            () -> logs.getTransformer(request -> request.logGroupIdentifier(group)));
    return transformer.isRefused()
        ? Optional.empty()
        : Optional.of(SdkJson.object(transformer.value()));
  }

  private List<AccountPolicy> policies(PolicyType type, Set<String> facts) {
    Answer<List<DescribeAccountPoliciesResponse>> pages =
        ApiCall.askPages(
            "logs:DescribeAccountPolicies",
            type.toString(),
            facts,
            page ->
                logs.describeAccountPolicies(request -> request.policyType(type).nextToken(page)),
            DescribeAccountPoliciesResponse::nextToken);
    return pages.isRefused()
        ? List.of()
        : pages.value().stream().flatMap(page -> page.accountPolicies().stream()).toList();
  }
}
