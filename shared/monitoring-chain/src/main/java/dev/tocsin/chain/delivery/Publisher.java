package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.policy.AccessRequest;
import dev.tocsin.chain.policy.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who publishes to a topic, and what it says about itself when it does.
 *
 * @param service its service principal
 * @param subject the alarm or rule on whose behalf, for messages
 * @param region where it acts
 * @param source condition keys that say on whose behalf; keys it is not documented to send are left
 *     out and so unknown
 * @param message what it publishes, empty iff that is not known
 * @param role the role in which it acts, empty iff it acts in its own name
 */
record Publisher(
    String service,
    String subject,
    String region,
    Map<String, List<String>> source,
    Optional<Message> message,
    Optional<Caller.Role> role) {

  private static final String ALARMS = "cloudwatch.amazonaws.com";
  private static final String EVENTBRIDGE = "events.amazonaws.com";

  /** Keys that a service's own call lacks, or that belong to other calls than publishing. */
  private static final Set<String> ABSENT =
      Set.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:VpcSourceIp",
          "sns:Protocol",
          "sns:Endpoint");

  /** Keys of subscribing only. */
  private static final Set<String> OF_SUBSCRIBING = Set.of("sns:Protocol", "sns:Endpoint");

  Publisher {
    source = Map.copyOf(source);
  }

  /**
   * CloudWatch on behalf of an alarm. It sends the alarm's ARN and account (SNS developer guide,
   * "Example cases for access control").
   */
  static Publisher alarm(Alarm alarm, String region, String account) {
    String arn =
        alarm.alarmArn() != null ? alarm.alarmArn() : arn(alarm.alarmName(), region, account);
    String owner = Arn.parse(arn).map(Arn::account).orElse(account);
    return alarm(
        alarm.alarmName(),
        arn,
        region,
        owner,
        alarm instanceof LogAlarm
            ? Optional.empty()
            : Optional.of(AlarmMessage.of(alarm, arn, owner)));
  }

  /** CloudWatch on behalf of an alarm of that name, whose message is not known. */
  static Publisher alarm(String name, String region, String account) {
    return alarm(name, arn(name, region, account), region, account, Optional.empty());
  }

  private static String arn(String name, String region, String account) {
    return "arn:%s:cloudwatch:%s:%s:alarm:%s"
        .formatted(Partition.of(region).id(), region, account, name);
  }

  private static Publisher alarm(
      String name, String arn, String region, String owner, Optional<Message> message) {
    return new Publisher(
        ALARMS,
        "alarm `" + name + "`",
        region,
        Map.of(
            "aws:SourceArn", List.of(arn),
            "aws:SourceAccount", List.of(owner),
            "aws:SourceOwner", List.of(owner)),
        message,
        Optional.empty());
  }

  /**
   * EventBridge on behalf of a rule. Its user guide excludes conditions in topic policies, and the
   * SNS guide excludes {@code aws:SourceArn} and {@code aws:SourceAccount} in policies of topic
   * keys: none of them may be counted on.
   *
   * @param message what a target of it sends
   */
  static Publisher rule(String name, String region, Optional<Message> message) {
    return new Publisher(
        EVENTBRIDGE, "rule `" + name + "`", region, Map.of(), message, Optional.empty());
  }

  /** The same in a role. */
  Publisher as(Caller.Role acting) {
    return new Publisher(service, subject, region, source, message, Optional.of(acting));
  }

  /** The principal, or the role's ARN, for messages. */
  String name() {
    return caller().name();
  }

  private Caller caller() {
    return role.<Caller>map(acting -> acting).orElseGet(() -> new Caller.Service(service));
  }

  /**
   * EventBridge's call to act in a role. Its user guide names the condition keys ("Using IAM policy
   * conditions"): the rule's ARN and account.
   */
  static AccessRequest assume(String roleArn, String ruleArn, String account) {
    return new AccessRequest(
        new Caller.Service(EVENTBRIDGE),
        "sts:AssumeRole",
        roleArn,
        Map.of(
            "aws:SourceArn", List.of(ruleArn),
            "aws:SourceAccount", List.of(account),
            "aws:PrincipalIsAWSService", List.of("true"),
            "aws:PrincipalServiceName", List.of(EVENTBRIDGE)),
        Set.of("sts:ExternalId"));
  }

  /** What to add to a fix that grants the service something. */
  String conditions() {
    return source.isEmpty() && role.isEmpty()
        ? ", without conditions: EventBridge does not support them here"
        : "";
  }

  AccessRequest publish(String topicArn, String topicAccount) {
    return request("sns:Publish", topicArn, topicAccount, Map.of());
  }

  /** A call of KMS that publishing to an encrypted topic needs. */
  AccessRequest use(String action, String keyArn, String keyAccount, String topicArn) {
    return request(
        action,
        keyArn,
        keyAccount,
        Map.of("kms:EncryptionContext:aws:sns:topicArn", List.of(topicArn)));
  }

  private AccessRequest request(
      String action, String resource, String account, Map<String, List<String>> more) {
    Map<String, List<String>> context = new HashMap<>(source);
    context.putAll(more);
    context.put("aws:SecureTransport", List.of("true"));
    context.put("aws:RequestedRegion", List.of(region));
    context.put("aws:ResourceAccount", List.of(account));
    if (role.isPresent()) {
      Caller.Role acting = role.orElseThrow();
      context.put("aws:PrincipalArn", List.of(acting.arn()));
      context.put("aws:PrincipalAccount", List.of(acting.account()));
      context.put("aws:PrincipalType", List.of("AssumedRole"));
      context.put("aws:PrincipalIsAWSService", List.of("false"));
      return new AccessRequest(caller(), action, resource, context, OF_SUBSCRIBING);
    }
    context.put("aws:PrincipalIsAWSService", List.of("true"));
    context.put("aws:PrincipalServiceName", List.of(service));
    context.put("aws:ViaAWSService", List.of("false"));
    return new AccessRequest(caller(), action, resource, context, ABSENT);
  }
}
