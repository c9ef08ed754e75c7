package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.AccountPolicy;
import dev.tocsin.chain.model.AlarmMuteRule;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.Key;
import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.ManagedPolicy;
import dev.tocsin.chain.model.Members;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Role;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.model.SubscriptionFilter;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.model.TrailStatus;
import dev.tocsin.chain.model.Transformer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetAlarmMuteRuleResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDataProtectionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetTransformerResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * What the APIs say and nobody reads is the danger: a warm-up period that the model forgets is an
 * alarm that looks fine. Every member of every answer, at any depth, is kept by a record or stands
 * in {@code judges-nothing.json} with the reason.
 */
class EveryMemberIsJudgedOrListedTest {

  /** The types whose objects make a snapshot, each with the record that it becomes. */
  private static final List<Map.Entry<SdkPojo, Class<?>>> ANSWERS =
      List.of(
          Map.entry(software.amazon.awssdk.services.cloudtrail.model.Trail.builder(), Trail.class),
          Map.entry(GetTrailStatusResponse.builder(), TrailStatus.class),
          Map.entry(GetEventSelectorsResponse.builder(), Trail.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder(),
              LogGroup.class),
          Map.entry(GetDataProtectionPolicyResponse.builder(), LogGroup.DataProtectionPolicy.class),
          Map.entry(GetTransformerResponse.builder(), Transformer.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatchlogs.model.AccountPolicy.builder(),
              AccountPolicy.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter.builder(),
              MetricFilter.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter.builder(),
              SubscriptionFilter.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatch.model.MetricAlarm.builder(),
              MetricAlarm.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm.builder(),
              CompositeAlarm.class),
          Map.entry(
              software.amazon.awssdk.services.cloudwatch.model.LogAlarm.builder(), LogAlarm.class),
          Map.entry(GetAlarmMuteRuleResponse.builder(), AlarmMuteRule.class),
          Map.entry(Subscription.builder(), Topic.Subscription.class),
          Map.entry(KeyMetadata.builder(), Key.class),
          Map.entry(Rule.builder(), EventRule.class),
          Map.entry(Target.builder(), EventRule.Target.class),
          Map.entry(RoleDetail.builder(), Role.class),
          Map.entry(software.amazon.awssdk.services.iam.model.Role.builder(), Role.class),
          Map.entry(GetRolePolicyResponse.builder(), Role.InlinePolicy.class),
          Map.entry(ManagedPolicyDetail.builder(), ManagedPolicy.class),
          Map.entry(Policy.builder(), ManagedPolicy.class));

  /** Members that stand for what other calls answer, or that only a person's paste can have. */
  private static final Set<String> OF_OTHER_CALLS =
      Set.of(
          "EventRule.CreatedBy", // describe-rule
          "Key.PolicyName", // get-key-policy
          "Topic.Subscription.ConfirmationWasAuthenticated", // get-subscription-attributes
          "Topic.Subscription.DeliveryPolicy",
          "Topic.Subscription.EffectiveDeliveryPolicy",
          "Topic.Subscription.RawMessageDelivery",
          "Topic.Subscription.RedrivePolicy",
          "Topic.Subscription.ReplayPolicy",
          "Topic.Subscription.ReplayStatus",
          "Topic.Subscription.SubscriptionRoleArn");

  @Test
  void everyMemberOfEveryAnswerIsKeptOrListed() {
    Walk walk = new Walk();
    ANSWERS.forEach(answer -> walk.object(answer.getKey(), answer.getValue()));

    assertThat(walk.forgotten)
        .as("keep it in the record, or say in judges-nothing.json why no verdict depends on it")
        .isEmpty();
  }

  @Test
  void everyListedMemberIsOneThatAnApiHas() {
    Walk walk = new Walk();
    ANSWERS.forEach(answer -> walk.object(answer.getKey(), answer.getValue()));

    Set<String> listed = new LinkedHashSet<>();
    walk.records.forEach(
        record ->
            Members.judgingNothing(record)
                .keySet()
                .forEach(member -> listed.add(Members.nameOf(record) + "." + member)));
    listed.removeAll(walk.listed);
    assertThat(listed).isEqualTo(OF_OTHER_CALLS);
    assertThat(walk.records.stream().map(Members::nameOf)).containsAll(Members.listed());
  }

  @Test
  void everyAnswerPassesWholeIntoASnapshot() throws Exception {
    ObjectNode snapshot =
        SdkJson.NODES
            .objectNode()
            .put("account", "111122223333")
            .put("region", "eu-west-1")
            .put("takenAt", "2026-11-20T12:00:00Z");
    ObjectNode trail = full(Trail.class).put("HomeRegion", "eu-west-1");
    trail.set("Status", full(TrailStatus.class));
    trail.setAll(full(GetEventSelectorsResponse.builder()));
    snapshot.putArray("trails").add(trail);
    ObjectNode region = snapshot.putObject("regions").putObject("eu-west-1");
    ObjectNode group = full(LogGroup.class);
    group.set("dataProtectionPolicy", full(LogGroup.DataProtectionPolicy.class));
    group.set("transformer", full(Transformer.class));
    region.putArray("logGroups").add(group);
    region.putArray("accountPolicies").add(full(AccountPolicy.class));
    region.putArray("metricFilters").add(full(MetricFilter.class));
    region.putArray("subscriptionFilters").add(full(SubscriptionFilter.class));
    region.putArray("MetricAlarms").add(full(MetricAlarm.class));
    region.putArray("CompositeAlarms").add(full(CompositeAlarm.class).put("AlarmName", "2"));
    region.putArray("LogAlarms").add(full(LogAlarm.class).put("AlarmName", "3"));
    region.putArray("AlarmMuteRules").add(full(AlarmMuteRule.class));
    region
        .putArray("Topics")
        .addObject()
        .put("TopicArn", "t")
        .putArray("Subscriptions")
        .add(full(Topic.Subscription.class));
    region.putArray("Keys").add(full(Key.class));
    ObjectNode rule = full(EventRule.class);
    rule.putArray("Targets").add(full(EventRule.Target.class));
    region.putArray("Rules").add(rule);
    snapshot.putArray("RoleDetailList").add(full(Role.class));
    snapshot.putArray("Policies").add(full(ManagedPolicy.class));

    assertThat(SnapshotJson.read(snapshot, "AWS").in("eu-west-1").orElseThrow().metricAlarms())
        .singleElement()
        .matches(alarm -> alarm.warmUpConfiguration().warmUpPeriodDurationInMinutes() == 1)
        .matches(alarm -> alarm.wallClockWindow().isPresent());
  }

  private static ObjectNode full(Class<?> record) {
    return full(
        ANSWERS.stream()
            .filter(answer -> answer.getValue() == record)
            .findFirst()
            .orElseThrow()
            .getKey());
  }

  private static ObjectNode full(SdkPojo builder) {
    SampleAnswer.fill(builder);
    return SdkJson.object((SdkPojo) ((SdkBuilder<?, ?>) builder).build());
  }

  /** A walk over the members of an answer, side by side with the record it becomes. */
  private static final class Walk {
    final Set<String> forgotten = new LinkedHashSet<>();
    final Set<String> listed = new LinkedHashSet<>();
    final Set<Class<?>> records = new LinkedHashSet<>();

    void object(SdkPojo answer, Class<?> record) {
      records.add(record);
      for (SdkField<?> field : answer.sdkFields()) {
        String name = field.locationName();
        String place = Members.nameOf(record) + "." + name;
        Members.Member kept = Members.kept(record).get(name);
        if (kept != null) {
          value(field, kept.type());
        } else if (Members.judgingNothing(record).containsKey(name)) {
          listed.add(place);
        } else {
          forgotten.add(place);
        }
      }
    }

    private void value(SdkField<?> field, JavaType type) {
      if (type.isRecordType()) {
        object(field.constructor().get(), type.getRawClass());
      } else if (type.isCollectionLikeType() && field.marshallingType() == MarshallingType.LIST) {
        value(field.getTrait(ListTrait.class).memberFieldInfo(), type.getContentType());
      } else if (type.isMapLikeType() && field.marshallingType() == MarshallingType.MAP) {
        value(field.getTrait(MapTrait.class).valueFieldInfo(), type.getContentType());
      }
    }
  }
}
