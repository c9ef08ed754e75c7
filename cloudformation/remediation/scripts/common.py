"""What the remediation scripts share; `tocsin render` puts this file before each of them in its document.

The shape of every write stands once, in calls.json, which `tocsin remediate` uses too. CALLS is that file,
CONTROLS what the rule folders say of each control; both are written in by `tocsin render`.
"""
import json
import re

import boto3
from botocore.exceptions import ClientError

TAG = "tocsin"
PREFIX = "tocsin-"
TOPIC_NAME = "tocsin-alarms"
STATEMENT_ID = "TocsinAlarmsMayPublish"
CLOUDWATCH = "cloudwatch.amazonaws.com"


class Blocked(Exception):
    """The document cannot go on without a person; the message says what is in the way and how to go on."""


class Repair:
    """One run: the clients it uses, the changes it made, and what a person still has to do."""

    def __init__(self, events):
        self.account = events["AccountId"]
        self.region = events["Region"]
        self.partition = boto3.session.Session().get_partition_for_region(self.region)
        self.changes = []
        self.waiting_for = ""
        self._clients = {}

    def client(self, service):
        if service not in self._clients:
            self._clients[service] = boto3.client(service, region_name=self.region)
        return self._clients[service]

    def desired(self, name, **values):
        """The parameters of the call, with every `{value}` in calls.json filled in."""
        return fill(CALLS[name]["parameters"], values)

    def write(self, name, parameters):
        """Makes the call and notes it; what was there before stays as it is when the call fails."""
        service = CALLS[name]["service"]
        try:
            answer = getattr(self.client(service), snake_case(name))(**parameters)
        except ClientError as error:
            raise Blocked(
                f"`{service}:{name}` failed: {error.response['Error'].get('Message') or error}. "
                f"Nothing was removed; done so far: {', '.join(self.changes) or 'nothing'}. "
                "Fix: remove the cause and run the document again, it goes on where it stopped"
            ) from error
        self.changes.append(f"{service}:{name} {subject_of(parameters)}")
        return answer

    def outputs(self):
        return {"Changes": self.changes or ["none: everything was in place"], "WaitingFor": self.waiting_for}


def fill(template, values):
    if isinstance(template, dict):
        return {key: fill(value, values) for key, value in template.items()}
    if isinstance(template, list):
        return [fill(value, values) for value in template]
    if isinstance(template, str):
        whole = re.fullmatch(r"\{(\w+)\}", template)
        return values[whole[1]] if whole else re.sub(r"\{(\w+)\}", lambda hole: str(values[hole[1]]), template)
    return template


def snake_case(operation):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()


def subject_of(parameters):
    for key in ("filterName", "AlarmName", "AlarmNames", "TopicArn", "RoleName", "logGroupName", "Rule", "Name"):
        if key in parameters:
            value = parameters[key]
            return f"`{value[0] if isinstance(value, list) else value}`"
    return ""


def differs(existing, desired, ignore=("Tags",)):
    """True iff a field that we would set has another value now; fields we do not set are not compared."""
    return any(existing.get(key) != value for key, value in desired.items() if key not in ignore)


def control_of(events):
    control = events["ControlId"]
    if control not in CONTROLS:
        raise Blocked(f"this document knows no control `{control}`. Fix: pass one of {', '.join(sorted(CONTROLS))}")
    return control, CONTROLS[control]


def multi_region_trails(repair):
    """This account's multi-Region trails whose home is this Region, by ARN."""
    trails = repair.client("cloudtrail").describe_trails(includeShadowTrails=True)["trailList"]
    multi = [trail for trail in trails if trail.get("IsMultiRegionTrail")]
    own = [trail for trail in multi if account_of(trail["TrailARN"]) == repair.account]
    here = [trail for trail in own if trail["HomeRegion"] == repair.region]
    if here:
        return sorted(here, key=lambda trail: trail["TrailARN"])
    if own:
        raise Blocked(
            f"trail `{own[0]['Name']}` has its home in {own[0]['HomeRegion']}; its log group and filters live there. "
            f"Fix: run this document in {own[0]['HomeRegion']}"
        )
    if multi:
        raise Blocked(
            f"trail `{multi[0]['Name']}` belongs to account {account_of(multi[0]['TrailARN'])}. "
            "Fix: run this document in that account"
        )
    raise Blocked(
        "this account has no multi-Region trail. Fix: run Tocsin-CreateMultiRegionTrail "
        "(it costs money and needs a bucket, so no other document does it)"
    )


def account_of(arn):
    return arn.split(":")[4]


def log_group_of(repair, trail):
    """The name of the log group the trail delivers to, or "" if it has none in this account or the group is gone."""
    arn = trail.get("CloudWatchLogsLogGroupArn", "")
    if not arn or account_of(arn) != repair.account:
        return ""
    name = arn.split(":")[6]
    pages = repair.client("logs").get_paginator("describe_log_groups").paginate(logGroupNamePrefix=name)
    return name if any(group["logGroupName"] == name for page in pages for group in page["logGroups"]) else ""


def judged_log_group(repair):
    """The log group the rule judges: of the first logging multi-Region trail that delivers to one."""
    trails = multi_region_trails(repair)
    for trail in trails:
        logging = repair.client("cloudtrail").get_trail_status(Name=trail["TrailARN"])["IsLogging"]
        group = log_group_of(repair, trail)
        if logging and group:
            return group
    raise Blocked(
        f"no logging multi-Region trail delivers to a log group (looked at {', '.join(t['Name'] for t in trails)}). "
        "Fix: run Tocsin-DeliverTrailToCloudWatchLogs first"
    )


def topic_arn(repair, events, service=CLOUDWATCH):
    """The topic to notify: the one given, or `tocsin-alarms` with its policy and the subscription of the address given."""
    given = events.get("NotificationTopicArn", "")
    if given:
        return given
    email = events.get("NotificationEmail", "")
    arn = f"arn:{repair.partition}:sns:{repair.region}:{repair.account}:{TOPIC_NAME}"
    attributes = topic_attributes(repair, arn)
    if attributes is None and not email:
        raise Blocked("there is nobody to notify. Fix: pass NotificationTopicArn, or NotificationEmail for a new topic")
    if attributes is None:
        wanted = {"Policy": merged_policy(repair, None, arn, service)}
        if events.get("KmsKeyId"):
            wanted["KmsMasterKeyId"] = events["KmsKeyId"]
        repair.write("CreateTopic", repair.desired("CreateTopic", attributes=wanted))
    else:
        require_own_topic(repair, arn)
        let_publish(repair, arn, attributes, service)
    if email:
        subscribe(repair, arn, "email", email)
    return arn


def topic_attributes(repair, arn):
    try:
        return repair.client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]
    except ClientError as error:
        if error.response["Error"]["Code"] in ("NotFound", "NotFoundException"):
            return None
        raise


def require_own_topic(repair, arn):
    tags = repair.client("sns").list_tags_for_resource(ResourceArn=arn)["Tags"]
    if all(tag["Key"] != TAG for tag in tags):
        raise Blocked(
            f"topic `{arn}` exists and is not tagged `{TAG}`, so somebody else made it. "
            "Fix: pass it as NotificationTopicArn, or tag it if it is ours"
        )


def let_publish(repair, arn, attributes, service):
    """Adds our statement to the topic's policy; every other statement stays."""
    merged = merged_policy(repair, attributes.get("Policy"), arn, service)
    if merged is not None:
        repair.write("SetTopicAttributes", repair.desired("SetTopicAttributes", topicArn=arn, policy=merged))


def merged_policy(repair, policy, arn, service):
    """The policy with a statement that lets the service publish for this account; None if it stands there already."""
    document = json.loads(policy) if policy else {"Version": "2012-10-17", "Statement": []}
    statements = document["Statement"]
    statements = statements if isinstance(statements, list) else [statements]
    ours = {
        "Sid": STATEMENT_ID + ("" if service == CLOUDWATCH else "FromRules"),
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sns:Publish",
        "Resource": arn,
    }
    if service == CLOUDWATCH:  # EventBridge documents its statement without a condition
        ours["Condition"] = {"StringEquals": {"aws:SourceAccount": repair.account}}
    if ours in statements:
        return None
    document["Statement"] = [s for s in statements if s.get("Sid") != ours["Sid"]] + [ours]
    return json.dumps(document, separators=(",", ":"))


def subscriptions(repair, arn):
    pages = repair.client("sns").get_paginator("list_subscriptions_by_topic").paginate(TopicArn=arn)
    return [subscription for page in pages for subscription in page["Subscriptions"]]


def subscribe(repair, arn, protocol, endpoint):
    """Subscribes the endpoint unless it is; an address that has not confirmed yet is what is left to do."""
    found = [s for s in subscriptions(repair, arn) if (s["Protocol"], s["Endpoint"]) == (protocol, endpoint)]
    if not found:
        values = {"topicArn": arn, "protocol": protocol, "endpoint": endpoint}
        repair.write("Subscribe", repair.desired("Subscribe", **values))
    if not any(s["SubscriptionArn"].startswith("arn:") for s in found):
        repair.waiting_for = f"waiting for {endpoint} to confirm the subscription"


def run(events, repair_steps):
    """Runs the steps and turns what stops them into the one line a person sees in the console."""
    repair = Repair(events)
    try:
        repair_steps(repair, events)
    except Blocked as blocked:
        raise RuntimeError(str(blocked)) from None
    return repair.outputs()
