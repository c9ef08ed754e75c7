package dev.tocsin.aws;

import dev.tocsin.aws.Diagnosis.Check;
import dev.tocsin.chain.model.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Whether the roles in which targets of EventBridge rules act can be read: IAM is asked about a
 * role and a policy that do not exist, which it says to those only who may read them.
 */
final class RoleChecks {
  private static final String NOBODYS = "tocsin-doctor-asks-for-what-is-not-there";
  private static final Set<String> GONE = Set.of("NoSuchEntity");

  private final List<Check> checks = new ArrayList<>();

  private RoleChecks() {}

  /** One check for each of the calls that read a role and its policies. */
  static List<Check> of(AwsClients clients, String region) {
    RoleChecks roles = new RoleChecks();
    IamClient iam = clients.iam(region);
    String account = ":iam::" + clients.account();
    String role = "arn:" + Partition.of(region).id() + account + ":role/" + NOBODYS;
    String policy = "arn:" + Partition.of(region).id() + account + ":policy/" + NOBODYS;
    roles.ask("iam:GetRole", role, () -> iam.getRole(call -> call.roleName(NOBODYS)));
    roles.ask(
        "iam:ListAttachedRolePolicies",
        role,
        () -> iam.listAttachedRolePolicies(call -> call.roleName(NOBODYS)));
    roles.ask(
        "iam:ListRolePolicies", role, () -> iam.listRolePolicies(call -> call.roleName(NOBODYS)));
    roles.ask(
        "iam:GetRolePolicy",
        role,
        () -> iam.getRolePolicy(call -> call.roleName(NOBODYS).policyName(NOBODYS)));
    roles.ask("iam:GetPolicy", policy, () -> iam.getPolicy(call -> call.policyArn(policy)));
    roles.ask(
        "iam:GetPolicyVersion",
        policy,
        () -> iam.getPolicyVersion(call -> call.policyArn(policy).versionId("v1")));
    return roles.checks;
  }

  private <T extends SdkPojo> void ask(String action, String resource, Supplier<T> call) {
    try {
      ApiCall.ask(action, resource, GONE, call);
      checks.add(new Check(action, true, "is allowed"));
    } catch (AccountReadException problem) {
      checks.add(
          new Check(
              action,
              false,
              problem.getMessage()
                  + "; without it, a rule whose target has a role cannot be shown to"
                  + " reach anybody"));
    }
  }
}
