package dev.tocsin.infrastructure.account;

import dev.tocsin.chain.model.Partition;

/** The policies that AWS gives to what is made without one. */
final class Defaults {
  private Defaults() {}

  /** Lets the owner's account publish (SNS developer guide, the policy of a new topic). */
  static String topicPolicy(String topicArn, String account) {
    return """
        {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",\
        "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",\
        "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
        "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",\
        "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}"""
        .formatted(topicArn, account);
  }

  /** Lets the account use the key as IAM says (KMS developer guide, "Default key policy"). */
  static String keyPolicy(String region, String account) {
    return """
        {"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions",\
        "Effect":"Allow","Principal":{"AWS":"arn:%s:iam::%s:root"},"Action":"kms:*","Resource":"*"}]}"""
        .formatted(Partition.of(region).id(), account);
  }
}
