package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/**
 * A role in which something of the chain acts: one of the roles that {@code
 * get-account-authorization-details} prints.
 *
 * @param arn with its path, {@code arn:aws:iam::111122223333:role/service-role/name}
 * @param assumeRolePolicyDocument who may act in it, see {@link PolicyTexts}; null iff not read
 * @param rolePolicyList the policies that stand in the role itself; null iff they were not read,
 *     since AWS prints an empty list where there is none
 * @param attachedManagedPolicies the policies attached to it, whose texts are in {@link
 *     Snapshot#policies}; null iff they were not read
 * @param permissionsBoundary the policy that no grant exceeds, null iff there is none
 * @param denied IAM actions that were refused for this role, for example {@code iam:GetRole}
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record Role(
    @JsonProperty(required = true) String arn,
    Object assumeRolePolicyDocument,
    @JsonInclude List<InlinePolicy> rolePolicyList,
    @JsonInclude List<AttachedPolicy> attachedManagedPolicies,
    Boundary permissionsBoundary,
    List<String> denied) {

  public Role {
    rolePolicyList = Lists.orNull(rolePolicyList);
    attachedManagedPolicies = Lists.orNull(attachedManagedPolicies);
    denied = Lists.orEmpty(denied);
  }

  /** The JSON text of the policy that says who may act in it; empty iff it was not read. */
  @JsonIgnore
  public Optional<String> trust() {
    return PolicyTexts.of(assumeRolePolicyDocument);
  }

  /**
   * The member that a decision about the role needs and that was not read; empty iff all were. What
   * is not known of its policies may be a denial.
   */
  @JsonIgnore
  public Optional<String> unread() {
    if (assumeRolePolicyDocument == null) {
      return Optional.of("AssumeRolePolicyDocument");
    }
    if (rolePolicyList == null) {
      return Optional.of("RolePolicyList");
    }
    return Optional.ofNullable(attachedManagedPolicies == null ? "AttachedManagedPolicies" : null);
  }

  /** A policy that stands in the role itself. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record InlinePolicy(
      @JsonProperty(required = true) String policyName,
      @JsonProperty(required = true) Object policyDocument) {

    /** Its JSON text. */
    @JsonIgnore
    public String text() {
      return PolicyTexts.of(policyDocument).orElse("");
    }
  }

  /** A policy attached to it. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record AttachedPolicy(@JsonProperty(required = true) String policyArn) {}

  /** The policy that no grant exceeds. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Boundary(@JsonProperty(required = true) String permissionsBoundaryArn) {}
}
