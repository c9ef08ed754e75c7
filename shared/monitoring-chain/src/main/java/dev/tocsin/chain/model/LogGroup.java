package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A log group, as {@code describe-log-groups} prints it, with the answers of {@code
 * get-data-protection-policy} and {@code get-transformer} put in.
 *
 * @param logGroupClass {@code STANDARD}, {@code INFREQUENT_ACCESS} or {@code DELIVERY}; absent
 *     means {@code STANDARD}
 * @param dataProtectionStatus {@code ACTIVATED} iff the group has a data protection policy of its
 *     own; null iff it never had one (a text, since AWS may add values)
 * @param inheritedProperties what the account's policies give it, such as {@code
 *     ACCOUNT_DATA_PROTECTION}
 * @param dataProtectionPolicy null iff it was not read
 * @param transformer null iff the group has none of its own
 */
public record LogGroup(
    @JsonProperty(required = true) String logGroupName,
    String arn,
    String logGroupClass,
    String dataProtectionStatus,
    List<String> inheritedProperties,
    DataProtectionPolicy dataProtectionPolicy,
    Transformer transformer) {

  private static final String ARN_PREFIX = "log-group:";

  public LogGroup {
    logGroupClass = logGroupClass == null ? "STANDARD" : logGroupClass;
    inheritedProperties = Lists.orEmpty(inheritedProperties);
  }

  /** The text of its own data protection policy; empty iff it was not read. */
  public Optional<String> dataProtection() {
    return Optional.ofNullable(dataProtectionPolicy).map(DataProtectionPolicy::policyDocument);
  }

  /**
   * Whether nothing says that it is another group, or one of another account or Region: its ARN,
   * where it has one, is that of this name.
   */
  public boolean isOf(String account, String region) {
    return !Arn.isNamed(arn)
        || Arn.parse(arn)
            .filter(own -> own.elsewhereThan(region).isEmpty())
            .filter(own -> own.account().equals(account))
            .flatMap(LogGroup::nameIn)
            .filter(logGroupName::equals)
            .isPresent();
  }

  /**
   * The answer of {@code get-data-protection-policy}.
   *
   * @param policyDocument JSON text
   */
  public record DataProtectionPolicy(@JsonProperty(required = true) String policyDocument) {}

  /**
   * The name in an ARN, which may end in {@code :*}; empty iff it is no log group's, but that of a
   * stream in it, say.
   */
  public static Optional<String> nameIn(Arn arn) {
    if (!arn.service().equals("logs") || !arn.resource().startsWith(ARN_PREFIX)) {
      return Optional.empty();
    }
    String rest = arn.resource().substring(ARN_PREFIX.length());
    String name = rest.endsWith(":*") ? rest.substring(0, rest.length() - 2) : rest;
    return Optional.of(name).filter(one -> !one.isEmpty() && !one.contains(":"));
  }
}
