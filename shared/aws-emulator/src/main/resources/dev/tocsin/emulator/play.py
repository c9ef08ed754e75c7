"""An account in motion: a record that is written counts in metrics, alarms change state, topics deliver.

Nothing moves until a test has set the clock, which then stands still until it is set again: minutes of CloudWatch
are played in no time. What is played: metric filters, alarms on one metric, composite alarms, topics
with their policy, key, subscriptions and filter policies, and events put on a bus. What is not: metric math,
bands, log alarms, mute rules, suppressors.
"""

import json
import re
import time

from moto.events.models import EventPattern, events_backends
from moto.logs.models import logs_backends
from moto.sns.models import sns_backends
from moto.sns.utils import FilterPolicyMatcher

import behaviour
import matching
from behaviour import CONFIRMED_BY_A_PERSON, operation
from calls import AwsError

# How long what happened stays out of sight, in seconds: made up, of the order that users measure.
_UNTIL_COUNTED, _UNTIL_DELIVERIES_SHOW = 35, 75
_MINUTE = 60
_EXTRA = 2  # periods
_COMPARISONS = {
    "GreaterThanOrEqualToThreshold": lambda value, limit: value >= limit,
    "GreaterThanThreshold": lambda value, limit: value > limit,
    "LessThanThreshold": lambda value, limit: value < limit,
    "LessThanOrEqualToThreshold": lambda value, limit: value <= limit,
}
_STATISTICS = {
    "Sum": sum,
    "Maximum": max,
    "Minimum": min,
    "SampleCount": len,
    "Average": lambda values: sum(values) / len(values),
}


def now(state):
    return time.time() if state.clock is None else state.clock


# --- Filters ----------------------------------------------------------------------------------------------------


@operation("logs", "PutLogEvents")
def put_log_events(call, moto, state):
    """Every filter of the group counts what it matches."""
    result = moto(call)
    group = call.parameters["logGroupName"]
    for event in call.parameters["logEvents"]:
        for found in logs_backends[call.account][call.region].filters.metric_filters:
            if found["logGroupName"] == group and _matches(found["filterPattern"], event["message"]):
                for transformation in found["metricTransformations"]:
                    _count(state, call.place, transformation, event)
    return result


def _matches(pattern, message):
    try:
        return matching.matches(pattern, message)
    except ValueError:
        return False  # AWS would not have taken a pattern that is none; what is not played counts nothing


def _count(state, place, transformation, event):
    record = json.loads(event["message"])

    def read(text):
        steps = text[2:].split(".") if text.startswith("$.") else []
        value = record if steps else text
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    value = read(transformation["metricValue"])
    dimensions = {name: read(text) for name, text in transformation.get("dimensions", {}).items()}
    if value is not None and None not in dimensions.values():
        metric = transformation["metricNamespace"], transformation["metricName"]
        add(state, place, metric, dimensions, event["timestamp"] / 1000, float(value), _UNTIL_COUNTED)


def add(state, place, metric, dimensions, at, value, delay):
    key = place, *metric, tuple(sorted(dimensions.items()))
    state.points.setdefault(key, []).append((at, value, now(state) + delay))


def _seen(state, place, metric, moment):
    """The data points of a metric that CloudWatch knows of at a moment: (time, value)."""
    dimensions = {d["Name"]: d["Value"] for d in metric.get("Dimensions") or []}
    key = place, metric["Namespace"], metric["MetricName"], tuple(sorted(dimensions.items()))
    return [(at, value) for at, value, visible in state.points.get(key, []) if visible <= moment]


@operation("cloudwatch", "GetMetricData")
def get_metric_data(call, moto, state):
    """Statistics of single metrics, newest period first; a period without data has no value."""
    asked, results = call.parameters, []
    for query in asked["MetricDataQueries"]:
        stat, periods = query["MetricStat"], {}
        for at, value in _seen(state, call.place, stat["Metric"], now(state)):
            if asked["StartTime"] <= at < asked["EndTime"]:
                periods.setdefault(at // stat["Period"] * stat["Period"], []).append(value)
        newest = sorted(periods, reverse=True)
        results.append(
            {
                "Id": query["Id"],
                "Label": stat["Metric"]["MetricName"],
                "Timestamps": newest,
                "Values": [float(_STATISTICS[stat["Stat"]](periods[start])) for start in newest],
                "StatusCode": "Complete",
            }
        )
    return {"MetricDataResults": results, "Messages": []}


# --- Alarms -----------------------------------------------------------------------------------------------------


def play(state, place):
    """Evaluates the alarms of a Region at each full minute since it was last done."""
    if state.clock is None:
        return
    minute = int(now(state)) // _MINUTE
    for tick in range(state.evaluated.get(place, minute - 1) + 1, minute + 1):
        _evaluate(state, place, tick * _MINUTE)
    state.evaluated[place] = minute


def _evaluate(state, place, moment):
    for kind, judge in (("MetricAlarm", _of_metric), ("CompositeAlarm", _of_states)):
        for (at, its_kind, name), alarm in list(state.alarms.items()):
            if (at, its_kind) == (place, kind):
                found = judge(state, place, alarm, moment)
                if found not in (None, alarm["StateValue"]):
                    change(state, place, name, alarm, found, moment)


def _of_metric(state, place, alarm, moment):
    if "MetricName" not in alarm or alarm.get("Unit", "None") != "None":
        return None
    period, asked = alarm["Period"], alarm["EvaluationPeriods"]
    last = (moment - 1) // period
    buckets = {}
    for at, value in _seen(state, place, alarm, moment):
        buckets.setdefault(int(at // period), []).append(value)
    # Data that comes late is found by looking back further than asked; then the newest count.
    there = sorted((b for b in buckets if last - asked - _EXTRA < b <= last), reverse=True)
    values = [_STATISTICS[alarm["Statistic"]](buckets[bucket]) for bucket in there[:asked]]
    compare = _COMPARISONS[alarm["ComparisonOperator"]]
    breaching = sum(compare(value, alarm["Threshold"]) for value in values)
    treatment = alarm.get("TreatMissingData", "missing")
    if treatment == "breaching":
        breaching += asked - len(values)
    if breaching >= alarm.get("DatapointsToAlarm", asked):
        return "ALARM"
    if values or treatment == "notBreaching":
        return "OK"
    return None if treatment == "ignore" else "INSUFFICIENT_DATA"


def _of_states(state, place, alarm, moment):
    states = {name: other["StateValue"] for (at, _, name), other in state.alarms.items() if at == place}

    def holds(found):
        name = (found[2] or found[3]).rpartition(":alarm:")[2] or found[2] or found[3]
        return str(states.get(name) == found[1].upper())

    function = re.compile(r"""\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:["']([^"']+)["']|([^)\s]+))\s*\)""", re.I)
    words = function.sub(holds, alarm["AlarmRule"])
    if not re.fullmatch(r"(?:\s|[()]|\b(?:AND|OR|NOT|TRUE|FALSE)\b)*", words, re.I):
        return None
    # Nothing but these five words and parentheses is left.
    python = re.sub(r"\w+", lambda word: word[0].title() if word[0][0] in "tTfF" else word[0].lower(), words)
    return "ALARM" if eval(python) else "OK"


def change(state, place, name, alarm, value, moment):
    """The alarm's state changes, and what it does then is done."""
    before = alarm["StateValue"]
    alarm |= {"StateValue": value, "StateUpdatedTimestamp": moment, "StateTransitionedTimestamp": moment}
    remember(state, place, name, "StateUpdate", f"Alarm updated from {before} to {value}", moment)
    actions = {"ALARM": "AlarmActions", "OK": "OKActions"}.get(value, "InsufficientDataActions")
    for action in alarm.get(actions) or [] if alarm["ActionsEnabled"] else []:
        error = _tell(state, place, action, name, value, moment)
        summary = f'Failed to execute action {action}. Received error: "{error}"'
        summary = summary if error else f"Successfully executed action {action}"
        remember(state, place, name, "Action", summary, moment)


def remember(state, place, name, kind, summary, moment):
    item = {"AlarmName": name, "Timestamp": moment, "HistoryItemType": kind, "HistorySummary": summary}
    state.history.append((place, item))


@operation("cloudwatch", "DescribeAlarms")
def describe_alarms(call, moto, state):
    play(state, call.place)
    return behaviour.describe_alarms(call, moto, state)


@operation("cloudwatch", "DescribeAlarmHistory")
def describe_alarm_history(call, moto, state):
    play(state, call.place)
    asked = call.parameters
    items = [
        item
        for place, item in state.history
        if place == call.place
        and item["AlarmName"] == asked.get("AlarmName", item["AlarmName"])
        and asked.get("HistoryItemType", item["HistoryItemType"]) == item["HistoryItemType"]
        and asked.get("StartDate", 0) <= item["Timestamp"]
    ]
    return {"AlarmHistoryItems": items[::-1][: asked.get("MaxRecords", 100)]}


@operation("cloudwatch", "SetAlarmState")
def set_alarm_state(call, moto, state):
    """The state changes now; the next full minute finds out what it really is."""
    asked = call.parameters
    named = [(k, a) for k, a in state.alarms.items() if k[0] == call.place and k[2] == asked["AlarmName"]]
    if not named:
        raise AwsError("ResourceNotFound", "alarm does not exist", 404)
    for (_, _, name), alarm in named:
        alarm["StateReason"] = asked["StateReason"]
        if alarm["StateValue"] != asked["StateValue"]:
            play(state, call.place)
            change(state, call.place, name, alarm, asked["StateValue"], now(state))
    return {}


# --- Topics -----------------------------------------------------------------------------------------------------


def _tell(state, place, action, name, value, moment):
    """Does an alarm's action; gives the error of one that fails."""
    message = json.dumps({"AlarmName": name, "NewStateValue": value, "AWSAccountId": place[0]})
    if not action.startswith("arn:") or action.count(":") < 5:
        return "Invalid action"
    return publish(state, place, action, message, moment, "cloudwatch") if ":sns:" in action else None


def publish(state, place, arn, message, moment, service):
    account, region = place
    topic = sns_backends[account][region].topics.get(arn)
    if not topic:
        return "Resource: " + arn + " does not exist"
    if not _may_publish(topic, account, service):
        return f"{service}.amazonaws.com is not authorized to perform: SNS:Publish on resource: {arn}"
    if topic.kms_master_key_id.endswith("alias/aws/sns"):
        return "CloudWatch Alarms does not have authorization to access the SNS topic encryption key."
    counts = {"NumberOfMessagesPublished": 1, "NumberOfNotificationsDelivered": 0}
    for subscription in sns_backends[account][region].subscriptions.values():
        if subscription.topic.arn == arn:
            pending = (
                subscription.protocol in CONFIRMED_BY_A_PERSON
                and (arn, subscription.endpoint) not in state.confirmed
            )
            policy = json.loads(subscription.attributes.get("FilterPolicy") or "{}")
            scope = subscription.attributes.get("FilterPolicyScope")
            if not pending and FilterPolicyMatcher(policy, scope).matches({}, message):
                failing = (arn, subscription.endpoint) in state.unreachable
                outcome = "Failed" if failing else "Delivered"
                counts["NumberOfNotifications" + outcome] = counts.get("NumberOfNotifications" + outcome, 0) + 1
    for metric, count in counts.items():
        if count:
            dimensions = {"TopicName": topic.name}
            add(state, place, ("AWS/SNS", metric), dimensions, moment, float(count), _UNTIL_DELIVERIES_SHOW)
    return None


def _may_publish(topic, account, service):
    allowed = False
    for statement in json.loads(topic.policy)["Statement"]:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        principal = statement["Principal"]
        named = [principal] if principal == "*" else principal.values()
        principals = [p for one in named for p in ([one] if isinstance(one, str) else one)]
        conditions = [c for operator in statement.get("Condition", {}).values() for c in operator.values()]
        if (
            any(a.lower() in ("sns:publish", "sns:*", "*") for a in actions)
            and any(p in ("*", f"{service}.amazonaws.com") for p in principals)
            and all(account in str(value) for value in conditions)
        ):
            if statement["Effect"] == "Deny":
                return False
            allowed = True
    return allowed


# --- EventBridge ------------------------------------------------------------------------------------------------


@operation("events", "PutEvents")
def put_events(call, moto, state):
    """Rules act on what they match; nobody but AWS may write as AWS."""
    entries, moment = [], now(state)
    for entry in call.parameters["Entries"]:
        if entry["Source"].startswith("aws."):
            message = "Not authorized for the source."
            entries.append({"ErrorCode": "NotAuthorizedForSourceException", "ErrorMessage": message})
            continue
        event = {
            "source": entry["Source"],
            "detail-type": entry["DetailType"],
            "account": call.account,
            "region": call.region,
            "resources": [],
            "detail": json.loads(entry["Detail"]),
        }
        bus = events_backends[call.account][call.region].event_buses[entry.get("EventBusName", "default")]
        for rule in bus.rules.values():
            pattern = rule.event_pattern.get_pattern()
            if rule.state == "ENABLED" and pattern and EventPattern(None, pattern).matches_event(event):
                for target in rule.targets:
                    error = publish(state, call.place, target["Arn"], json.dumps(event), moment, "events")
                    metric = "AWS/Events", "FailedInvocations" if error else "Invocations"
                    add(state, call.place, metric, {"RuleName": rule.name}, moment, 1.0, _UNTIL_COUNTED)
        entries.append({"EventId": "00000000-0000-0000-0000-000000000000"})
    return {"FailedEntryCount": sum("ErrorCode" in entry for entry in entries), "Entries": entries}
