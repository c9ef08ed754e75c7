package dev.tocsin.chain.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arrives at the rules of a Region. */
class ArrivalTest {

  @ParameterizedTest(name = "{0}: {2} of {1} made in {3} by {4}, read only {5}: {6}")
  @CsvSource({
    // where it was made
    "eu-west-1, ec2.amazonaws.com, CreateRoute, eu-west-1, IAMUser, false, true",
    "eu-west-1, ec2.amazonaws.com, CreateRoute, eu-west-2, IAMUser, false, false",
    "us-east-1, ec2.amazonaws.com, CreateRoute, eu-west-1, IAMUser, false, false",
    // global services
    "us-east-1, iam.amazonaws.com, CreatePolicy, us-east-1, IAMUser, false, true",
    "us-east-1, organizations.amazonaws.com, MoveAccount, us-east-1, IAMUser, false, true",
    "eu-west-1, iam.amazonaws.com, CreatePolicy, us-east-1, IAMUser, false, false",
    "us-gov-west-1, iam.amazonaws.com, CreatePolicy, us-gov-west-1, IAMUser, false, true",
    "us-gov-east-1, iam.amazonaws.com, CreatePolicy, us-gov-west-1, IAMUser, false, false",
    "cn-north-1, iam.amazonaws.com, CreatePolicy, cn-north-1, IAMUser, false, true",
    "cn-northwest-1, iam.amazonaws.com, CreatePolicy, cn-north-1, IAMUser, false, false",
    // the Region of a global service's record is not asked for in the global Region only
    "us-east-1, iam.amazonaws.com, CreatePolicy, eu-west-1, IAMUser, false, true",
    "cn-north-1, organizations.amazonaws.com, MoveAccount, cn-northwest-1, IAMUser, false, false",
    // sign-ins
    "us-east-1, signin.amazonaws.com, ConsoleLogin, us-east-1, Root, false, true",
    "us-east-1, signin.amazonaws.com, ConsoleLogin, eu-north-1, IAMUser, false, false",
    "eu-north-1, signin.amazonaws.com, ConsoleLogin, eu-north-1, IAMUser, false, true",
    "eu-north-1, signin.amazonaws.com, ConsoleLogin, us-east-1, Root, false, false",
    // reads
    "eu-west-1, ec2.amazonaws.com, DescribeInstances, eu-west-1, IAMUser, true, false",
    "eu-west-1, kms.amazonaws.com, Decrypt, eu-west-1, IAMUser, true, false",
    "eu-west-1, sts.amazonaws.com, GetSessionToken, eu-west-1, IAMUser, false, false",
    "eu-west-1, ec2.amazonaws.com, CreateRoute, eu-west-1, IAMUser, , true",
  })
  void aRuleThatIsEnabledSees(
      String region,
      String source,
      String name,
      String made,
      String user,
      Boolean reads,
      boolean sees) {
    assertThat(Arrival.at(region, false).matches(record(source, name, made, user, reads)))
        .isEqualTo(sees);
  }

  @ParameterizedTest(name = "{0}: {2} of {1} made in {3} by {4}, read only {5}: {6}")
  @CsvSource({
    "eu-west-1, ec2.amazonaws.com, DescribeInstances, eu-west-1, IAMUser, true, true",
    "eu-west-1, ec2.amazonaws.com, DescribeInstances, eu-west-2, IAMUser, true, false",
    "us-east-1, iam.amazonaws.com, ListUsers, us-east-1, IAMUser, true, true",
  })
  void aRuleThatIsEnabledForAllManagementEventsSees(
      String region,
      String source,
      String name,
      String made,
      String user,
      Boolean reads,
      boolean sees) {
    assertThat(Arrival.at(region, true).matches(record(source, name, made, user, reads)))
        .isEqualTo(sees);
  }

  private static ObjectNode record(
      String source, String name, String made, String user, Boolean reads) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("eventSource", source).put("eventName", name).put("awsRegion", made);
    record.putObject("userIdentity").put("type", user);
    if (reads != null) {
      record.put("readOnly", reads);
    }
    return record;
  }
}
