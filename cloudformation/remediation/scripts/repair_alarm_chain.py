"""Mends an alarm that somebody made: its actions switched on, a topic where it has none, the topic's policy, the confirmation.

Only what keeps the alarm from notifying is touched: pattern, threshold and name stay the owner's.
"""


def handler(events, context):
    return run(events, repair_alarm_chain)


def repair_alarm_chain(repair, events):
    alarm = existing_alarm(repair, events["AlarmName"])
    topics = [action for action in alarm["AlarmActions"] if action.split(":")[2] == "sns"]
    missing = [topic for topic in topics if topic_attributes(repair, topic) is None]
    usable = [topic for topic in topics if topic not in missing]
    if not usable:
        usable = [topic_arn(repair, events)]
        put_alarm(repair, alarm, [a for a in alarm["AlarmActions"] if a not in missing] + usable)
    for topic in usable:
        mend_topic(repair, topic, events.get("NotificationEmail", ""))
    if not alarm["ActionsEnabled"]:
        repair.write("EnableAlarmActions", repair.desired("EnableAlarmActions", alarmName=alarm["AlarmName"]))


def existing_alarm(repair, name):
    answer = repair.client("cloudwatch").describe_alarms(AlarmNames=[name], AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    if answer.get("MetricAlarms"):
        return answer["MetricAlarms"][0]
    if answer.get("CompositeAlarms"):
        raise Blocked(f"alarm `{name}` is a composite alarm. Fix: add the topic to it by hand, its rule is its owner's")
    raise Blocked(f"there is no alarm `{name}` in {repair.region}. Fix: run Tocsin-CreateMetricFilterAndAlarm")


def put_alarm(repair, alarm, actions):
    """Writes the alarm back as DescribeAlarms gave it, but for its actions: PutMetricAlarm replaces the whole alarm."""
    takes = repair.client("cloudwatch").meta.service_model.operation_model("PutMetricAlarm").input_shape.members
    same = {field: value for field, value in alarm.items() if field in takes and value not in (None, [], "")}
    repair.write("PutMetricAlarm", {**same, "AlarmActions": actions})


def mend_topic(repair, topic, email):
    if account_of(topic) != repair.account:
        raise Blocked(f"topic `{topic}` belongs to account {account_of(topic)}. Fix: mend its policy and subscription there")
    attributes = topic_attributes(repair, topic)
    if not lets_publish(attributes.get("Policy"), repair.account):
        let_publish(repair, topic, attributes, CLOUDWATCH)
    found = subscriptions(repair, topic)
    if any(s["SubscriptionArn"].startswith("arn:") for s in found):
        return
    pending = [s for s in found if s["SubscriptionArn"] == "PendingConfirmation"]
    if pending:
        resend(repair, topic, pending[0])
    elif email:
        subscribe(repair, topic, "email", email)
    else:
        raise Blocked(f"topic `{topic}` has no subscription. Fix: pass NotificationEmail, or subscribe somebody")


def lets_publish(policy, account):
    """True for the statements SNS and this document write; for anything else our own statement is added beside it."""
    statements = json.loads(policy)["Statement"] if policy else []
    for statement in statements if isinstance(statements, list) else [statements]:
        if statement.get("Sid") == STATEMENT_ID:
            return True
        condition = {k.lower(): v for k, v in statement.get("Condition", {}).get("StringEquals", {}).items()}
        default = statement.get("Principal") == {"AWS": "*"} and condition == {"aws:sourceowner": account}
        if default and statement.get("Effect") == "Allow":
            actions = statement.get("Action", [])
            return any(a.lower() == "sns:publish" for a in ([actions] if isinstance(actions, str) else actions))
    return False


def resend(repair, topic, subscription):
    """Subscribing a pending endpoint again sends the confirmation again and makes no second subscription."""
    values = {"topicArn": topic, "protocol": subscription["Protocol"], "endpoint": subscription["Endpoint"]}
    repair.write("Subscribe", repair.desired("Subscribe", **values))
    repair.waiting_for = f"waiting for {subscription['Endpoint']} to confirm the subscription"
