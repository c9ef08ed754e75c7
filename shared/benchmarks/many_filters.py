"""An account whose trail's log group has the 15 filters of CIS 7.0.0, and others that serve no control.

usage: many_filters.py KIND HOW_MANY > account.json    KIND: right, harmless, hostile or near, each also with only- before it
"right" repeats the right filters' texts; "near" takes one event out of a right filter's text and lets a regular expression with counters in; "only-…" has no right filter at all, so that every control is diagnosed."""

import json
import sys

kind, many = sys.argv[1], int(sys.argv[2])
account = json.load(open("shared/examples/accounts/good.json"))
CIS = """unauthorized-api-calls console-signin-without-mfa root-account-usage iam-policy-changes cloudtrail-configuration-changes
console-authentication-failures kms-cmk-disable-or-delete s3-bucket-policy-changes aws-config-configuration-changes
security-group-changes network-acl-changes network-gateway-changes route-table-changes vpc-changes organizations-changes""".split()
SERVICES = ["sqs", "ecs", "glue", "athena", "batch", "backup", "dax", "drs", "fsx", "mgn"]

for name, region in account["regions"].items():
    filters = [f for f in region.get("metricFilters", []) if any(c in f["filterName"] for c in CIS)]
    if not filters:
        continue
    group = filters[0]["logGroupName"]
    alarms = {q["MetricName"]: q for q in region["MetricAlarms"] if "MetricName" in q}
    others = []
    for i in range(many):
        base = filters[i % len(filters)]
        if kind == "right":
            pattern = base["filterPattern"]
        elif kind.endswith("harmless"):
            service = SERVICES[i % len(SERVICES)]
            pattern = '{ ($.eventSource = "%s.amazonaws.com") && (($.eventName = "Delete%d") || ($.eventName = "Update%d*")) }' % (service, i, i)
        elif kind.endswith("near"):
            pattern = "{ (%s) && ($.userAgent != %%^[a-f]{%d,%d}.*%d$%%) }" % (base["filterPattern"].strip("{ }"), 2 + i % 7, 9 + i % 5, i)
        else:
            pattern = "{ ($.eventName = %%^[A-F][a-z]{%d,%d}[A-Z].*%d$%%) || ($.errorMessage = %%x.{%d}y.*z%%) }" % (2 + i % 7, 9 + i % 5, i, 3 + i % 9)
        metric = "Other%d" % i
        others.append({"filterName": "other-%d" % i, "logGroupName": group, "filterPattern": pattern,
                       "metricTransformations": [{"metricName": metric, "metricNamespace": "Other", "metricValue": "1"}]})
        alarm = dict(next(iter(alarms.values())), AlarmName="other-%d" % i, MetricName=metric, Namespace="Other")
        alarm["AlarmArn"] = alarm["AlarmArn"].rsplit(":", 1)[0] + ":other-%d" % i
        region["MetricAlarms"].append(alarm)
    region["metricFilters"] = ([] if kind.startswith("only-") else filters) + others

json.dump(account, sys.stdout, indent=1)
