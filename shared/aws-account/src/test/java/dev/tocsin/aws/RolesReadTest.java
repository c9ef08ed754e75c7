package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.ManagedPolicy;
import dev.tocsin.chain.model.Role;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles are read where a target names one, and nowhere else; whoever may not read them goes on. */
@WithEmulator
class RolesReadTest {
  private static final String HOME = "eu-west-1";
  private static final String POLICY = "arn:aws:iam::" + ACCOUNT_ID + ":policy/rule";

  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;
  private String roleArn;

  @BeforeEach
  void aRoleWithTwoPolicies(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, HOME).createTrail().createTopic("alerts");
    roleArn = account.createRole("rule");
    clients = EmulatorClients.of(emulator, HOME);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void roleIsReadWithItsPoliciesAndItsBoundaryOnce() {
    aws.callIam(
        "PutRolePermissionsBoundary", Map.of("RoleName", "rule", "PermissionsBoundary", POLICY));
    putRule("one", account.topicArn("alerts"), roleArn);
    putRule("two", account.topicArn("alerts"), roleArn);
    aws.forgetRequests();

    Snapshot snapshot = read(true);

    Role role = snapshot.roles().get(0);
    assertThat(role.arn()).isEqualTo(roleArn);
    assertThat(role.trust()).get().asString().contains("\"events.amazonaws.com\"");
    assertThat(role.rolePolicyList())
        .singleElement()
        .matches(policy -> policy.text().contains("\"sns:Publish\""));
    assertThat(role.attachedManagedPolicies())
        .singleElement()
        .matches(policy -> policy.policyArn().equals(POLICY));
    assertThat(role.permissionsBoundary().permissionsBoundaryArn()).isEqualTo(POLICY);
    ManagedPolicy policy = snapshot.policies().get(0);
    assertThat(policy.arn()).isEqualTo(POLICY);
    assertThat(policy.text()).get().asString().contains("\"sns:Publish\"");
    assertThat(iamCalls())
        .containsExactlyInAnyOrder(
            "GetRole",
            "ListAttachedRolePolicies",
            "ListRolePolicies",
            "GetRolePolicy",
            "GetPolicy",
            "GetPolicyVersion");
  }

  @Test
  void rolesThatNothingPublishesInAreNotAskedFor() {
    putRule("queue", "arn:aws:sqs:eu-west-1:" + ACCOUNT_ID + ":siem", roleArn);
    putRule("foreign", account.topicArn("alerts"), "arn:aws:iam::444455556666:role/publish");
    account.call(
        "events", "PutRule", Map.of("Name", "none", "EventPattern", "{\"source\":[\"aws.iam\"]}"));
    aws.forgetRequests();

    assertThat(read(true).roles()).isEmpty();
    assertThat(read(false).roles()).isEmpty();
    assertThat(iamCalls()).isEmpty();
  }

  @Test
  void roleThatDoesNotExistIsLeftOut() {
    putRule("one", account.topicArn("alerts"), "arn:aws:iam::" + ACCOUNT_ID + ":role/deleted");

    assertThat(read(true).roles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GetRole", "ListAttachedRolePolicies", "ListRolePolicies", "GetRolePolicy"})
  void roleThatMayNotBeReadIsAFact(String operation) {
    putRule("one", account.topicArn("alerts"), roleArn);
    aws.fail(InjectedFault.accessDenied("iam", operation));

    assertThat(read(true).roles())
        .singleElement()
        .matches(role -> role.arn().equals(roleArn))
        .matches(role -> role.denied().equals(List.of("iam:" + operation)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetPolicy", "GetPolicyVersion"})
  void policyThatMayNotBeReadIsAFact(String operation) {
    putRule("one", account.topicArn("alerts"), roleArn);
    aws.fail(InjectedFault.accessDenied("iam", operation));

    assertThat(read(true).policies())
        .singleElement()
        .matches(policy -> policy.arn().equals(POLICY))
        .matches(policy -> policy.denied().equals(List.of("iam:" + operation)));
  }

  private void putRule(String name, String target, String role) {
    account.call(
        "events", "PutRule", Map.of("Name", name, "EventPattern", "{\"source\":[\"aws.iam\"]}"));
    account.call(
        "events",
        "PutTargets",
        Map.of(
            "Rule", name, "Targets", List.of(Map.of("Id", "t", "Arn", target, "RoleArn", role))));
  }

  private List<String> iamCalls() {
    return aws.requests().stream()
        .filter(call -> call.service().equals("iam"))
        .map(RecordedCall::operation)
        .toList();
  }

  private Snapshot read(boolean eventRules) {
    return new SnapshotReader(clients, Clock.systemUTC())
        .read(SnapshotRequest.of(ACCOUNT_ID, HOME).with(eventRules, false));
  }
}
