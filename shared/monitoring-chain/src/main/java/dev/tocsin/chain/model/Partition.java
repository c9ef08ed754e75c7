package dev.tocsin.chain.model;

/**
 * A group of Regions with its own accounts and global services. Sources: the IAM user guide on
 * ARNs, the CloudTrail user guide on global service events.
 */
public enum Partition {
  AWS("aws", "us-east-1"),
  CHINA("aws-cn", "cn-north-1"),
  US_GOV("aws-us-gov", "us-gov-west-1");

  private final String id;
  private final String globalRegion;

  Partition(String id, String globalRegion) {
    this.id = id;
    this.globalRegion = globalRegion;
  }

  /** The partition a Region belongs to. */
  public static Partition of(String region) {
    if (region.startsWith("cn-")) {
      return CHINA;
    }
    return region.startsWith("us-gov-") ? US_GOV : AWS;
  }

  /** What every ARN of the partition begins with, after {@code arn:}. */
  public String id() {
    return id;
  }

  /** The Region where the events of global services such as IAM are recorded. */
  public String globalRegion() {
    return globalRegion;
  }
}
