package dev.tocsin.chain.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A group of Regions with its own accounts and global services: the one table of what differs from
 * partition to partition. Ids, the names of Regions and DNS suffixes are those of the partitions
 * data of botocore 1.43.11; the Regions of global services' events are those of the CloudTrail user
 * guide, and for the partitions that it does not speak of the endpoint of IAM in the same botocore.
 */
public enum Partition {
  AWS("aws", "(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+", "amazonaws.com", "us-east-1"),
  CHINA("aws-cn", "cn-\\w+-\\d+", "amazonaws.com.cn", "cn-north-1"),
  US_GOV("aws-us-gov", "us-gov-\\w+-\\d+", "amazonaws.com", "us-gov-west-1"),
  ISO("aws-iso", "us-iso-\\w+-\\d+", "c2s.ic.gov", "us-iso-east-1"),
  ISO_B("aws-iso-b", "us-isob-\\w+-\\d+", "sc2s.sgov.gov", "us-isob-east-1"),
  ISO_E("aws-iso-e", "eu-isoe-\\w+-\\d+", "cloud.adc-e.uk", "eu-isoe-west-1"),
  ISO_F("aws-iso-f", "us-isof-\\w+-\\d+", "csp.hci.ic.gov", "us-isof-south-1"),
  EUSC("aws-eusc", "eusc-de-\\w+-\\d+", "amazonaws.eu", "eusc-de-east-1");

  private static final String UNKNOWN =
      "is a Region of no known partition; expected one of "
          + Arrays.stream(values()).map(Partition::id).collect(Collectors.joining(", "));

  private final String id;
  private final Pattern regions;
  private final String dnsSuffix;
  private final String globalRegion;

  Partition(String id, String regions, String dnsSuffix, String globalRegion) {
    this.id = id;
    this.regions = Pattern.compile(regions);
    this.dnsSuffix = dnsSuffix;
    this.globalRegion = globalRegion;
  }

  /** The partition that a Region belongs to; empty iff the name is of none that is known. */
  public static Optional<Partition> find(String region) {
    return Arrays.stream(values())
        .filter(partition -> partition.regions.matcher(region).matches())
        .findFirst();
  }

  /**
   * The partition that a Region belongs to. A snapshot holds Regions of known partitions only.
   *
   * @throws IllegalArgumentException iff the name is of none that is known
   */
  public static Partition of(String region) {
    return find(region)
        .orElseThrow(
            () -> new IllegalArgumentException("Region " + Quoted.of(region) + " " + UNKNOWN));
  }

  /** Refuses a name that is no Region's. */
  static void require(String member, String region) {
    if (find(region).isEmpty()) {
      throw new BadMember(member, "is " + Quoted.of(region) + ", which " + UNKNOWN);
    }
  }

  /** What every ARN of the partition begins with, after {@code arn:}. */
  public String id() {
    return id;
  }

  /** What the names of its services' endpoints end in. */
  public String dnsSuffix() {
    return dnsSuffix;
  }

  /** The Region where the events of global services such as IAM are recorded. */
  public String globalRegion() {
    return globalRegion;
  }
}
