package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/**
 * A policy that is attached to roles: one of the policies that {@code
 * get-account-authorization-details} prints.
 *
 * @param policyVersionList its versions, or that which holds
 * @param denied IAM actions that were refused for this policy, for example {@code iam:GetPolicy}
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record ManagedPolicy(
    @JsonProperty(required = true) String arn,
    List<Version> policyVersionList,
    List<String> denied) {

  public ManagedPolicy {
    policyVersionList = Lists.orEmpty(policyVersionList);
    denied = Lists.orEmpty(denied);
    if (policyVersionList.stream().filter(Version::holds).count() > 1) {
      throw new BadMember("PolicyVersionList", "has several versions that are the default");
    }
  }

  /** The JSON text of the version that holds; empty iff it is not there. */
  @JsonIgnore
  public Optional<String> text() {
    return policyVersionList.stream()
        .filter(Version::holds)
        .findFirst()
        .flatMap(version -> PolicyTexts.of(version.document()));
  }

  /**
   * A version.
   *
   * @param document its text, see {@link PolicyTexts}; null iff it was not read
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Version(
      Object document, @JsonProperty(value = "IsDefaultVersion", required = true) boolean holds) {}
}
