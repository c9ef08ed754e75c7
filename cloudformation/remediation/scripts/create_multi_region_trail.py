"""Creates a multi-Region trail into a bucket that exists and lets CloudTrail write; made only where there is none."""


def handler(events, context):
    return run(events, create_trail)


def create_trail(repair, events):
    cloudtrail = repair.client("cloudtrail")
    trails = cloudtrail.describe_trails(includeShadowTrails=True)["trailList"]
    multi = sorted((t for t in trails if t.get("IsMultiRegionTrail")), key=lambda t: t["TrailARN"])
    wanted = repair.desired("CreateTrail", bucket=events["S3BucketName"])
    ours = [t for t in multi if t["Name"] == wanted["Name"] and account_of(t["TrailARN"]) == repair.account]
    if multi and not ours:
        raise Blocked(
            f"there is a multi-Region trail already, `{multi[0]['TrailARN']}`; a second copy of management events "
            "costs money. Fix: run Tocsin-DeliverTrailToCloudWatchLogs for it"
        )
    arn = ours[0]["TrailARN"] if ours else repair.write("CreateTrail", wanted)["TrailARN"]
    if not cloudtrail.get_trail_status(Name=arn)["IsLogging"]:
        repair.write("StartLogging", repair.desired("StartLogging", trailArn=arn))
