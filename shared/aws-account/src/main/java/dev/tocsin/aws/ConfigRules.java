package dev.tocsin.aws;

import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;

/** The AWS Config rules of an account and Region. */
public final class ConfigRules {
  private final ConfigClient config;

  /** Reads with the credentials of the clients, in a Region. */
  public ConfigRules(AwsClients clients, String region) {
    this.config = clients.config(region);
  }

  /**
   * The parameters of the rules that a function judges, as the JSON that AWS Config holds, by the
   * rule's name; inside a conformance pack that is not the name in its template.
   *
   * @param functionArn the function's, without a version
   * @throws AccountReadException if they cannot be read
   */
  public SortedMap<String, String> parametersJudgedBy(String functionArn) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (DescribeConfigRulesResponse page :
        ApiCall.readPages(
            "config:DescribeConfigRules",
            "the rules",
            token -> config.describeConfigRules(request -> request.nextToken(token)),
            DescribeConfigRulesResponse::nextToken)) {
      for (ConfigRule rule : page.configRules()) {
        if (rule.inputParameters() != null
            && functionArn.equals(rule.source().sourceIdentifier())) {
          parameters.put(rule.configRuleName(), rule.inputParameters());
        }
      }
    }
    return parameters;
  }
}
