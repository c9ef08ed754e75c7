package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Reads the roles in which targets of rules act, with their policies, as {@code
 * get-account-authorization-details} prints them. Whoever may not read them can still evaluate: a
 * refusal is a fact, and what depends on the role cannot be shown.
 */
final class RoleReader {
  private static final String GONE = "NoSuchEntity";
  private static final Set<String> FACTS = ApiCall.deniedOr(GONE);

  private final IamClient iam;

  RoleReader(AwsClients clients, String region) {
    iam = clients.iam(region);
  }

  /** The role as the snapshot has it; empty iff it does not exist. */
  Optional<ObjectNode> role(Arn arn, String roleArn) {
    String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    String action = "iam:GetRole";
    Answer<GetRoleResponse> answer =
        ApiCall.ask(action, roleArn, FACTS, () -> iam.getRole(request -> request.roleName(name)));
    if (answer.isRefused()) {
      return instead(answer, roleArn, action);
    }
    ObjectNode role = decoded(SdkJson.object(answer.value().role()), "AssumeRolePolicyDocument");

    action = "iam:ListAttachedRolePolicies";
    Answer<List<ListAttachedRolePoliciesResponse>> attached =
        ApiCall.askPages(
            action,
            roleArn,
            FACTS,
            page -> iam.listAttachedRolePolicies(request -> request.roleName(name).marker(page)),
            ListAttachedRolePoliciesResponse::marker);
    if (attached.isRefused()) {
      return instead(attached, roleArn, action);
    }
    role.set(
        "AttachedManagedPolicies",
        SdkJson.array(
            attached.value().stream().flatMap(page -> page.attachedPolicies().stream()).toList()));

    action = "iam:ListRolePolicies";
    Answer<List<ListRolePoliciesResponse>> inline =
        ApiCall.askPages(
            action,
            roleArn,
            FACTS,
            page -> iam.listRolePolicies(request -> request.roleName(name).marker(page)),
            ListRolePoliciesResponse::marker);
    if (inline.isRefused()) {
      return instead(inline, roleArn, action);
    }
    ArrayNode texts = role.putArray("RolePolicyList");
    action = "iam:GetRolePolicy";
    for (String policy :
        inline.value().stream().flatMap(page -> page.policyNames().stream()).toList()) {
      Answer<GetRolePolicyResponse> text =
          ApiCall.ask(
              action,
              roleArn,
              FACTS,
              () -> iam.getRolePolicy(request -> request.roleName(name).policyName(policy)));
      if (text.isDenied()) {
        return Optional.of(denied(roleArn, action));
      }
      if (!text.isRefused()) {
        texts.add(decoded(SdkJson.object(text.value()), "PolicyDocument"));
      }
    }
    return Optional.of(role);
  }

  /** The policies attached to a role and its boundary, by their ARNs. */
  static Stream<String> policies(ObjectNode role) {
    List<String> arns = new ArrayList<>();
    role.path("AttachedManagedPolicies")
        .forEach(attached -> arns.add(attached.path("PolicyArn").asText()));
    arns.add(role.at("/PermissionsBoundary/PermissionsBoundaryArn").asText());
    return arns.stream().filter(Arn::isNamed);
  }

  /** A policy in the version that holds; empty iff it does not exist. */
  Optional<ObjectNode> policy(String policyArn) {
    String action = "iam:GetPolicy";
    Answer<GetPolicyResponse> answer =
        ApiCall.ask(
            action, policyArn, FACTS, () -> iam.getPolicy(request -> request.policyArn(policyArn)));
    if (answer.isRefused()) {
      return instead(answer, policyArn, action);
    }
    String version = answer.value().policy().defaultVersionId();
    action = "iam:GetPolicyVersion";
    Answer<GetPolicyVersionResponse> text =
        ApiCall.ask(
            action,
            policyArn,
            FACTS,
            () -> iam.getPolicyVersion(request -> request.policyArn(policyArn).versionId(version)));
    if (text.isRefused()) {
      return instead(text, policyArn, action);
    }
    ObjectNode policy = SdkJson.object(answer.value().policy());
    policy
        .putArray("PolicyVersionList")
        .add(decoded(SdkJson.object(text.value().policyVersion()), "Document"));
    return Optional.of(policy);
  }

  /** IAM answers documents percent-encoded. */
  private static ObjectNode decoded(ObjectNode holder, String document) {
    return holder.put(document, SdkHttpUtils.urlDecode(holder.path(document).asText()));
  }

  /** What stands for a thing that is refused: that it is, or nothing iff it does not exist. */
  private static Optional<ObjectNode> instead(Answer<?> refused, String arn, String action) {
    return refused.isDenied() ? Optional.of(denied(arn, action)) : Optional.empty();
  }

  private static ObjectNode denied(String arn, String action) {
    ObjectNode thing = SdkJson.NODES.objectNode().put("Arn", arn);
    thing.putArray("Denied").add(action);
    return thing;
  }
}
