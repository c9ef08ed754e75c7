package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.EventRule.Target;
import dev.tocsin.chain.model.ManagedPolicy;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Role;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.policy.Access;
import dev.tocsin.chain.policy.AccessRequest;
import dev.tocsin.chain.policy.Caller;
import dev.tocsin.chain.policy.ResourcePolicy;
import dev.tocsin.chain.policy.RolePolicies;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A target with a role reaches its topic iff EventBridge may act in the role, the role's own
 * policies let it publish, and the topic does not keep it out; a topic of another account has to
 * let it in too (EventBridge user guide, "Sending events to an AWS service in another account").
 */
final class ExecutionRole {
  private static final String PASTE =
      "put what `aws iam get-account-authorization-details` prints for it into the snapshot's `RoleDetailList` and `Policies`";
  private static final String OPEN =
      "rule `%s` publishes as role `%s`, whose own policies allow it: what an organization's policies take away is not visible here, and AWS advises to leave the role out and let the topic's policy allow `%s`";

  private final EventRule rule;
  private final Target target;
  private final Snapshot snapshot;
  private final String arn;

  ExecutionRole(EventRule rule, Target target, Snapshot snapshot) {
    this.rule = rule;
    this.target = target;
    this.snapshot = snapshot;
    this.arn = target.roleArn();
  }

  /**
   * Where the target leads.
   *
   * @param service who would publish without the role
   */
  Reach judge(Publisher service) {
    String account = snapshot.account();
    String roles = "arn:%s:iam::%s:role/".formatted(Partition.of(service.region()).id(), account);
    if (!arn.startsWith(roles)) {
      return broken(
          Fault.cannotShow(
              mayPublish("it is no role of account " + account),
              "name a role of account %s, or none".formatted(account)));
    }
    Publisher publisher = service.as(new Caller.Role(arn, account));
    Optional<Fault> own =
        snapshot.roles().stream()
            .filter(role -> role.arn().equals(arn))
            .findFirst()
            .map(role -> fault(role, publisher))
            .orElseGet(
                () ->
                    Optional.of(
                        Fault.cannotShow(
                            mayPublish(
                                "this snapshot holds no policies of it, or there is no such role"),
                            PASTE)));
    return own.isPresent()
        ? broken(own.orElseThrow())
        : withNote(TopicJudge.judge(target.arn(), publisher, snapshot, account), publisher);
  }

  private Optional<Fault> fault(Role role, Publisher publisher) {
    if (!role.denied().isEmpty()) {
      return refused(role.denied());
    }
    if (role.unread().isPresent()) {
      return Optional.of(
          Fault.cannotShow(
              mayPublish("its `%s` was not read".formatted(role.unread().orElseThrow())), PASTE));
    }
    Map<String, String> policies = new LinkedHashMap<>();
    role.rolePolicyList().forEach(one -> policies.put(one.policyName(), one.text()));
    for (Role.AttachedPolicy attached : role.attachedManagedPolicies()) {
      Optional<String> text = text(attached.policyArn());
      if (text.isEmpty()) {
        return unread(attached.policyArn());
      }
      policies.put(attached.policyArn(), text.orElseThrow());
    }
    Optional<String> boundary =
        Optional.ofNullable(role.permissionsBoundary()).map(Role.Boundary::permissionsBoundaryArn);
    Optional<String> limit = boundary.flatMap(this::text);
    if (boundary.isPresent() && limit.isEmpty()) {
      return unread(boundary.orElseThrow());
    }
    AccessRequest assume = Publisher.assume(arn, ruleArn(publisher.region()), snapshot.account());
    AccessRequest publish =
        publisher.publish(target.arn(), Arn.parse(target.arn()).map(Arn::account).orElse(""));
    return trust(RolePolicies.trusts(role.trust().orElseThrow(), assume), publisher.service())
        .or(
            () -> {
              Access granted = RolePolicies.decide(policies, limit, publish);
              return permission(granted, publish, publisher.service());
            });
  }

  private Optional<Fault> trust(Access access, String service) {
    String fix = "let the role's trust policy allow `%s` `sts:AssumeRole`".formatted(service);
    if (access instanceof Access.NotAllowed refused) {
      return Optional.of(
          Fault.of(
              "has target `%s`, whose role `%s` does not let `%s` act in it: %s"
                  .formatted(target.id(), arn, service, refused.reason()),
              fix));
    }
    return access instanceof Access.CannotTell open
        ? Optional.of(Fault.cannotShow(mayPublish("its trust policy hangs on " + open.what()), fix))
        : Optional.empty();
  }

  private Optional<Fault> permission(Access access, AccessRequest publish, String service) {
    String fix =
        "let a policy of the role allow `sns:Publish` on `%s`, or take the role off the target and let the topic's policy allow `%s`"
            .formatted(target.arn(), service);
    if (access instanceof Access.NotAllowed refused) {
      boolean perhaps = refused.deniedBy().isEmpty() && isPerhapsLetIn(publish);
      return Optional.of(
          perhaps
              ? Fault.cannotShow(
                  mayPublish(
                      "its own policies do not allow it (%s), and whether the topic's policy does is not decided"
                          .formatted(refused.reason())),
                  fix)
              : Fault.of(
                  "has target `%s`, whose role `%s` may not call `sns:Publish` on `%s`: %s"
                      .formatted(target.id(), arn, target.arn(), refused.reason()),
                  fix));
    }
    return access instanceof Access.CannotTell open
        ? Optional.of(Fault.cannotShow(mayPublish("its policies hang on " + open.what()), fix))
        : Optional.empty();
  }

  /** A topic's policy may let in a role of its account that no policy of its own lets publish. */
  private boolean isPerhapsLetIn(AccessRequest publish) {
    return snapshot.regions().values().stream()
        .flatMap(region -> region.topics().stream())
        .filter(topic -> topic.topicArn().equals(target.arn()))
        .map(topic -> topic.attributes().get("Policy"))
        .filter(Objects::nonNull)
        .anyMatch(policy -> !(ResourcePolicy.decide(policy, publish) instanceof Access.NotAllowed));
  }

  private Optional<Fault> refused(List<String> actions) {
    String denied = String.join("` and `", actions);
    return Optional.of(
        Fault.cannotShow(
            mayPublish("`%s` is refused".formatted(denied)),
            "allow the evaluation `" + denied + "`"));
  }

  /** Of a policy whose text is not there. */
  private Optional<Fault> unread(String policyArn) {
    return policy(policyArn)
        .filter(policy -> !policy.denied().isEmpty())
        .flatMap(policy -> refused(policy.denied()))
        .or(
            () ->
                Optional.of(
                    Fault.cannotShow(
                        mayPublish("its policy `" + policyArn + "` was not read"), PASTE)));
  }

  private String mayPublish(String why) {
    return "target `%s` may publish to `%s` as role `%s`: %s"
        .formatted(target.id(), target.arn(), arn, why);
  }

  private Optional<String> text(String policyArn) {
    return policy(policyArn).flatMap(ManagedPolicy::text);
  }

  private Optional<ManagedPolicy> policy(String policyArn) {
    return snapshot.policies().stream().filter(one -> one.arn().equals(policyArn)).findFirst();
  }

  private String ruleArn(String region) {
    return Arn.isNamed(rule.arn())
        ? rule.arn()
        : "arn:%s:events:%s:%s:rule/%s"
            .formatted(Partition.of(region).id(), region, snapshot.account(), rule.name());
  }

  private Reach withNote(Reach reach, Publisher publisher) {
    if (!reach.reaches()) {
      return reach;
    }
    List<String> notes = new ArrayList<>(reach.notes());
    notes.add(OPEN.formatted(rule.name(), arn, publisher.service()));
    return new Reach(List.of(), reach.evidence(), notes);
  }

  private Reach broken(Fault fault) {
    return Reach.broken(List.of(fault.on(Link.EVENT_RULE, rule.name())));
  }
}
