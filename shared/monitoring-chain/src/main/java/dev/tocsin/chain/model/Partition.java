package dev.tocsin.chain.model;

import java.util.Map;

/**
 * A group of Regions with its own accounts and global services. Sources: the IAM user guide on
 * ARNs, the CloudTrail user guide on global service events, and the SDKs' own table of partitions.
 */
public enum Partition {
  AWS("aws", "us-east-1"),
  CHINA("aws-cn", "cn-north-1"),
  US_GOV("aws-us-gov", "us-gov-west-1"),
  ISO("aws-iso", "us-iso-east-1"),
  ISO_B("aws-iso-b", "us-isob-east-1"),
  ISO_E("aws-iso-e", "eu-isoe-west-1"),
  ISO_F("aws-iso-f", "us-isof-south-1"),
  EUSC("aws-eusc", "eusc-de-east-1");

  /** The partitions whose Regions have beginnings of their own. */
  private static final Map<String, Partition> BY_BEGINNING =
      Map.of(
          "cn-", CHINA,
          "us-gov-", US_GOV,
          "us-iso-", ISO,
          "us-isob-", ISO_B,
          "eu-isoe-", ISO_E,
          "us-isof-", ISO_F,
          "eusc-", EUSC);

  private final String id;
  private final String globalRegion;

  Partition(String id, String globalRegion) {
    this.id = id;
    this.globalRegion = globalRegion;
  }

  /** The partition a Region belongs to. */
  public static Partition of(String region) {
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> region.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(AWS);
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
