package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * A policy of the account for its log groups in a Region, as {@code describe-account-policies}
 * prints it.
 *
 * @param policyType {@code DATA_PROTECTION_POLICY}, {@code TRANSFORMER_POLICY} …
 * @param policyDocument JSON text
 * @param selectionCriteria which log groups it is for, for example {@code LogGroupNamePrefix IN
 *     ["a"]}; null iff for all
 */
public record AccountPolicy(
    @JsonProperty(required = true) String policyName,
    @JsonProperty(required = true) String policyType,
    String policyDocument,
    String selectionCriteria) {

  /** The type of the policies that find and mask sensitive data. */
  public static final String DATA_PROTECTION = "DATA_PROTECTION_POLICY";

  /** The type of the policies that send events of log groups somewhere. */
  public static final String SUBSCRIPTION_FILTER = "SUBSCRIPTION_FILTER_POLICY";

  /** The type of the policies that rewrite events. */
  public static final String TRANSFORMER = "TRANSFORMER_POLICY";

  /**
   * The types after which metric filters see every event as it was delivered: what they make of
   * events, they make of copies (CloudWatch Logs API reference, PutAccountPolicy).
   */
  public static final Set<String> HARMLESS =
      Set.of(SUBSCRIPTION_FILTER, TRANSFORMER, "FIELD_INDEX_POLICY", "METRIC_EXTRACTION_POLICY");
}
