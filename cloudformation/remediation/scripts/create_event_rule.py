"""Puts the control's EventBridge rule on the default bus, with the topic as its target."""


def handler(events, context):
    return run(events, create_event_rule)


def create_event_rule(repair, events):
    control, facts = control_of(events)
    values = {"control": control, "title": facts["title"], "eventPattern": facts["eventPattern"]}
    wanted_rule = repair.desired("PutRule", **values)
    existing = event_rule(repair, wanted_rule["Name"])
    topic = topic_arn(repair, events, service="events.amazonaws.com")
    if existing is None or differs(existing, wanted_rule):
        repair.write("PutRule", wanted_rule)
    wanted_targets = repair.desired("PutTargets", control=control, topicArn=topic)
    if existing is None or not has_target(repair, wanted_targets):
        repair.write("PutTargets", wanted_targets)


def event_rule(repair, name):
    """Our rule as it is; a rule of that name without our tag was made by somebody else."""
    client = repair.client("events")
    try:
        rule = client.describe_rule(Name=name)
    except client.exceptions.ResourceNotFoundException:
        return None
    if all(tag["Key"] != TAG for tag in client.list_tags_for_resource(ResourceARN=rule["Arn"])["Tags"]):
        raise Blocked(
            f"rule `{name}` is not tagged `{TAG}`, so somebody else made it. "
            f"Fix: rename it, or tag it `{TAG}` if it is ours, then run the document again"
        )
    return rule


def has_target(repair, wanted):
    targets = repair.client("events").list_targets_by_rule(Rule=wanted["Rule"])["Targets"]
    return all(any(not differs(found, target) for found in targets) for target in wanted["Targets"])
