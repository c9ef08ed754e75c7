"""Gives a multi-Region trail that delivers to no log group one of its own, and starts logging."""
import time

LOOKS_AT_A_NEW_ROLE = 6
SECONDS_BETWEEN_LOOKS_AT_A_NEW_ROLE = 10


def handler(events, context):
    return run(events, deliver_trail)


def deliver_trail(repair, events):
    trail = chosen_trail(repair, events.get("TrailName", ""))
    if not log_group_of(repair, trail):
        group_arn = log_group(repair)
        role_arn = delivery_role(repair)
        values = {"trailArn": trail["TrailARN"], "logGroupArn": f"{group_arn}:*", "roleArn": role_arn}
        update_trail(repair, repair.desired("UpdateTrail", **values))
    if not repair.client("cloudtrail").get_trail_status(Name=trail["TrailARN"])["IsLogging"]:
        repair.write("StartLogging", repair.desired("StartLogging", trailArn=trail["TrailARN"]))


def update_trail(repair, wanted):
    """A role that was just made takes a while until CloudTrail may assume it."""
    for _ in range(LOOKS_AT_A_NEW_ROLE):
        try:
            return repair.write("UpdateTrail", wanted)
        except Blocked as blocked:
            code = blocked.__cause__.response["Error"]["Code"]
            if code not in ("InvalidCloudWatchLogsRoleArnException", "InvalidCloudWatchLogsLogGroupArnException"):
                raise
            refused = blocked
        time.sleep(SECONDS_BETWEEN_LOOKS_AT_A_NEW_ROLE)
    raise refused


def chosen_trail(repair, name):
    """The trail named; else the one that is nearest to delivering: with a log group first, then logging, then by ARN."""
    trails = multi_region_trails(repair)
    if name:
        for trail in trails:
            if name in (trail["Name"], trail["TrailARN"]):
                return trail
        raise Blocked(f"there is no multi-Region trail `{name}` here. Fix: pass one of {', '.join(t['Name'] for t in trails)}")
    status = repair.client("cloudtrail").get_trail_status
    return min(trails, key=lambda t: (not log_group_of(repair, t), not status(Name=t["TrailARN"])["IsLogging"], t["TrailARN"]))


def log_group(repair):
    wanted = repair.desired("CreateLogGroup")
    name = wanted["logGroupName"]
    arn = f"arn:{repair.partition}:logs:{repair.region}:{repair.account}:log-group:{name}"
    pages = repair.client("logs").get_paginator("describe_log_groups").paginate(logGroupNamePrefix=name)
    groups = [g for page in pages for g in page["logGroups"] if g["logGroupName"] == name]
    if not groups:
        repair.write("CreateLogGroup", wanted)
    elif TAG not in repair.client("logs").list_tags_for_resource(resourceArn=arn)["tags"]:
        raise Blocked(f"log group `{name}` is not tagged `{TAG}`, so somebody else made it. Fix: rename or tag it")
    if not groups or "retentionInDays" not in groups[0]:
        repair.write("PutRetentionPolicy", repair.desired("PutRetentionPolicy"))
    return arn


def delivery_role(repair):
    """A role CloudTrail assumes, which may write to our log group's streams and nothing else."""
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": "cloudtrail.amazonaws.com"},
                "Action": "sts:AssumeRole",
                "Condition": {"StringEquals": {"aws:SourceAccount": repair.account}},
            }
        ],
    }
    wanted = repair.desired("CreateRole", trustPolicy=json.dumps(trust))
    name = wanted["RoleName"]
    try:
        role = repair.client("iam").get_role(RoleName=name)["Role"]
        if all(tag["Key"] != TAG for tag in role.get("Tags", [])):
            raise Blocked(f"role `{name}` is not tagged `{TAG}`, so somebody else made it. Fix: rename or tag it")
    except repair.client("iam").exceptions.NoSuchEntityException:
        role = repair.write("CreateRole", wanted)["Role"]
    streams = f"arn:{repair.partition}:logs:{repair.region}:{repair.account}:log-group:tocsin-cloudtrail:log-stream:*"
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": streams}
        ],
    }
    wanted_policy = repair.desired("PutRolePolicy", rolePolicy=json.dumps(policy))
    if role_policy(repair, wanted_policy) != policy:
        repair.write("PutRolePolicy", wanted_policy)
    return role["Arn"]


def role_policy(repair, wanted):
    iam = repair.client("iam")
    try:
        return iam.get_role_policy(RoleName=wanted["RoleName"], PolicyName=wanted["PolicyName"])["PolicyDocument"]
    except iam.exceptions.NoSuchEntityException:
        return None
