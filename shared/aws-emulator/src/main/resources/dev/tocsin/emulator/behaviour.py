"""What AWS does and moto does not: one function for each such operation.

A function takes the call, `moto` (which passes a call on and gives its result) and the state of the layer,
and gives the operation's result or raises `AwsError`. Operations without a function go to moto as they are.
"""

import time
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlencode

from moto.cloudtrail.models import cloudtrail_backends
from moto.logs.models import logs_backends
from moto.organizations.models import organizations_backends

from calls import AwsError

OPERATIONS = {}

_SNS = "http://sns.amazonaws.com/doc/2010-03-31/"
_DATA_PROTECTION = "DATA_PROTECTION_POLICY"
CONFIRMED_BY_A_PERSON = {"email", "email-json", "http", "https"}


class State:
    """Everything the layer remembers between calls; `reset` of the emulator makes a new one."""

    def __init__(self):
        self.metric_filters = {}  # (place, log group, filter) -> what moto does not keep
        self.subscription_filters = {}  # (place, log group, filter) -> what was put
        self.data_protection = {}  # (place, log group) -> the policy's document
        self.transformers = {}  # (place, log group) -> the processors
        self.account_policies = {}  # (place, type, name) -> what was put
        self.alarms = {}  # (place, kind, alarm) -> what was put
        self.mute_rules = {}  # (place, name) -> what was put
        self.confirmed = set()  # (topic ARN, endpoint)
        self.unreachable = set()  # (topic ARN, endpoint)
        self.clock = None  # seconds since the epoch; None: nothing moves
        self.points = {}  # (place, namespace, metric, dimensions) -> [(time, value, seen from)]
        self.history = []  # (place, what happened to an alarm)
        self.evaluated = {}  # place -> the last minute in which its alarms were evaluated


def operation(service, *names):
    def register(function):
        for name in names:
            OPERATIONS[service, name] = function
        return function

    return register


def page(items, limit, token):
    """A page of `items` and the token of the next one, or None."""
    start = int(token or 0)
    end = start + limit
    return items[start:end], str(end) if end < len(items) else None


# --- Athena and CloudTrail Lake: moto keeps no tables, gives no pages and knows no event data stores ------------------


@operation("athena", "GetTableMetadata")
def table_metadata(call, moto, state):
    return {"TableMetadata": {"Name": call.parameters["TableName"], "Parameters": {}}}


@operation("athena", "GetQueryResults")
def query_results(call, moto, state):
    result = moto(call)
    rows = result["ResultSet"]["Rows"]
    shown, token = page(rows, call.parameters.get("MaxResults", 1000), call.parameters.get("NextToken"))
    result["ResultSet"]["Rows"] = shown
    return result | ({"NextToken": token} if token else {})


@operation("cloudtrail", "StartQuery", "CancelQuery")
def lake_query(call, moto, state):
    return {"QueryId": call.parameters.get("QueryId", "11111111-2222-3333-4444-555555555555"), "QueryStatus": "CANCELLED"}


@operation("cloudtrail", "DescribeQuery")
def lake_status(call, moto, state):
    return {"QueryStatus": "FINISHED", "QueryStatistics": {"BytesScanned": 0}}


@operation("cloudtrail", "GetQueryResults")
def lake_results(call, moto, state):
    return {"QueryStatus": "FINISHED", "QueryResultRows": []}


# --- CloudTrail -------------------------------------------------------------------------------------------------


@operation("cloudtrail", "DescribeTrails")
def describe_trails(call, moto, state):
    """A member of an organization sees the organization's trails."""
    result = moto(call)
    for management, backend in list(organizations_backends.items()):
        members = {account.id for account in backend["aws"].accounts} - {management}
        if call.account in members:
            for region in cloudtrail_backends[management].values():
                result["trailList"] += [
                    trail.description(include_region=True) for trail in region.trails.values() if trail.is_org_trail
                ]
    return result


@operation("cloudtrail", "GetEventSelectors")
def get_event_selectors(call, moto, state):
    """A trail without selectors of its own logs all management events, and AWS says so."""
    result = moto(call)
    if not result["EventSelectors"] and not result["AdvancedEventSelectors"]:
        result["EventSelectors"] = [
            {
                "ReadWriteType": "All",
                "IncludeManagementEvents": True,
                "DataResources": [],
                "ExcludeManagementEventSources": [],
            }
        ]
    return {name: value for name, value in result.items() if value}


@operation("cloudtrail", "StartLogging", "StopLogging")
def by_name_or_arn(call, moto, state):
    """AWS takes a trail's ARN where moto takes its name only."""
    return moto(call, parameters=call.parameters | {"Name": call.parameters["Name"].rpartition("/")[2]})


@operation("cloudtrail", "GetTrailStatus")
def get_trail_status(call, moto, state):
    """A logging trail with a log group has delivered to it."""
    result = moto(call)
    trails = moto(call, "DescribeTrails", {"includeShadowTrails": True})["trailList"]
    trail = next(t for t in trails if call.parameters["Name"] in (t["Name"], t["TrailARN"]))
    if result["IsLogging"] and trail.get("CloudWatchLogsLogGroupArn"):
        result["LatestCloudWatchLogsDeliveryTime"] = int(time.time()) - 60
    return result


# --- Organizations ----------------------------------------------------------------------------------------------


@operation("organizations", "ListAccounts")
def list_accounts(call, moto, state):
    """A page may have less than what is asked for; of a moto organization every page has two."""
    whole = moto(call, parameters={})["Accounts"]
    accounts, token = page(whole, 2, call.parameters.get("NextToken"))
    return {"Accounts": accounts, "NextToken": token}


# --- CloudWatch Logs --------------------------------------------------------------------------------------------


@operation("logs", "PutMetricFilter")
def put_metric_filter(call, moto, state):
    """A filter of the same name is replaced; the fields that moto drops are kept."""
    put = call.parameters
    _require_log_group(call, put["logGroupName"])
    logs_backends[call.account][call.region].filters.delete_filter(put["filterName"], put["logGroupName"])
    newer = ("applyOnTransformedLogs", "fieldSelectionCriteria", "emitSystemFieldDimensions")
    kept = {"applyOnTransformedLogs": False} | {name: put[name] for name in newer if name in put}
    state.metric_filters[call.place, put["logGroupName"], put["filterName"]] = kept | {
        "creationTime": int(time.time() * 1000)
    }
    moto(call)
    return {}


@operation("logs", "DescribeMetricFilters")
def describe_metric_filters(call, moto, state):
    """At most 50 filters a page, in the order of their names."""
    asked = dict(call.parameters)
    limit, token = asked.pop("limit", 50), asked.pop("nextToken", None)
    if not 1 <= limit <= 50:
        raise AwsError("InvalidParameterException", "limit must be between 1 and 50")
    if "logGroupName" in asked:
        _require_log_group(call, asked["logGroupName"])
    filters = moto(call, parameters=asked)["metricFilters"]
    filters = [f | state.metric_filters.get((call.place, f["logGroupName"], f["filterName"]), {}) for f in filters]
    filters.sort(key=lambda f: (f["filterName"], f["logGroupName"]))
    filters, token = page(filters, limit, token)
    return {"metricFilters": filters} | ({"nextToken": token} if token else {})


@operation("logs", "PutSubscriptionFilter")
def put_subscription_filter(call, moto, state):
    """Any destination is taken; AWS sends it a test message first."""
    put = call.parameters
    _require_log_group(call, put["logGroupName"])
    state.subscription_filters[call.place, put["logGroupName"], put["filterName"]] = put | {
        "distribution": put.get("distribution", "ByLogStream"),
        "creationTime": _millis(),
    }
    return {}


@operation("logs", "DescribeSubscriptionFilters")
def describe_subscription_filters(call, moto, state):
    name = call.parameters["logGroupName"]
    _require_log_group(call, name)
    filters = [put for (place, group, _), put in state.subscription_filters.items() if (place, group) == (call.place, name)]
    filters, token = page(filters, call.parameters.get("limit", 50), call.parameters.get("nextToken"))
    return {"subscriptionFilters": filters} | ({"nextToken": token} if token else {})


@operation("logs", "DescribeLogGroups")
def describe_log_groups(call, moto, state):
    """A group says that it has a data protection policy, and that the account's policy is for it too."""
    result = moto(call)
    inherits = any(place == call.place and kind == _DATA_PROTECTION for place, kind, _ in state.account_policies)
    for group in result["logGroups"]:
        if (call.place, group["logGroupName"]) in state.data_protection:
            group["dataProtectionStatus"] = "ACTIVATED"
        if inherits:
            group["inheritedProperties"] = ["ACCOUNT_DATA_PROTECTION"]
    return result


@operation("logs", "PutDataProtectionPolicy")
def put_data_protection_policy(call, moto, state):
    name = _log_group_named(call)
    state.data_protection[call.place, name] = call.parameters["policyDocument"]
    return {"logGroupIdentifier": name, "policyDocument": call.parameters["policyDocument"]}


@operation("logs", "GetDataProtectionPolicy")
def get_data_protection_policy(call, moto, state):
    name = _log_group_named(call)
    result = {"logGroupIdentifier": call.parameters["logGroupIdentifier"]}
    document = state.data_protection.get((call.place, name))
    return result | ({"policyDocument": document, "lastUpdatedTime": _millis()} if document else {})


@operation("logs", "PutTransformer")
def put_transformer(call, moto, state):
    state.transformers[call.place, _log_group_named(call)] = call.parameters["transformerConfig"]
    return {}


@operation("logs", "GetTransformer")
def get_transformer(call, moto, state):
    """A group without a transformer of its own is an error, as Terraform's provider relies on."""
    processors = state.transformers.get((call.place, _log_group_named(call)))
    if processors is None:
        raise AwsError("ResourceNotFoundException", "The specified transformer does not exist.")
    return {
        "logGroupIdentifier": call.parameters["logGroupIdentifier"],
        "creationTime": _millis(),
        "lastModifiedTime": _millis(),
        "transformerConfig": processors,
    }


@operation("logs", "PutAccountPolicy")
def put_account_policy(call, moto, state):
    members = ("policyName", "policyType", "policyDocument", "selectionCriteria")
    policy = {member: call.parameters[member] for member in members if member in call.parameters}
    policy |= {"scope": "ALL", "accountId": call.account, "lastUpdatedTime": _millis()}
    state.account_policies[call.place, policy["policyType"], policy["policyName"]] = policy
    return {"accountPolicy": policy}


@operation("logs", "DescribeAccountPolicies")
def describe_account_policies(call, moto, state):
    wanted = call.place, call.parameters["policyType"]
    return {
        "accountPolicies": [policy for (place, kind, _), policy in state.account_policies.items() if (place, kind) == wanted]
    }


def _log_group_named(call):
    """The name of the group that `logGroupIdentifier` names, by itself or in an ARN."""
    name = call.parameters["logGroupIdentifier"].partition(":log-group:")[2] or call.parameters["logGroupIdentifier"]
    name = name.removesuffix(":*")
    _require_log_group(call, name)
    return name


def _millis():
    return int(time.time() * 1000)


def _require_log_group(call, name):
    if name not in logs_backends[call.account][call.region].groups:
        raise AwsError("ResourceNotFoundException", "The specified log group does not exist.")


# --- CloudWatch -------------------------------------------------------------------------------------------------


@operation("cloudwatch", "PutMetricAlarm", "PutCompositeAlarm", "PutLogAlarm")
def put_alarm(call, moto, state):
    """What was put is kept, because moto keeps metric alarms only and not all of their members."""
    if call.operation == "PutMetricAlarm":
        moto(call)
    name, kind = call.parameters["AlarmName"], call.operation.removeprefix("Put")
    _forget_alarms(state, call.place, [name])
    state.alarms[call.place, kind, name] = {
        "AlarmArn": f"arn:aws:cloudwatch:{call.region}:{call.account}:alarm:{name}",
        "AlarmConfigurationUpdatedTimestamp": time.time(),
        "ActionsEnabled": True,
        "StateValue": "INSUFFICIENT_DATA",
        "StateReason": "Unchecked: Initial alarm creation",
        "StateUpdatedTimestamp": time.time(),
    } | {member: value for member, value in call.parameters.items() if member != "Tags"}
    return {}


@operation("cloudwatch", "DescribeAlarms")
def describe_alarms(call, moto, state):
    """Metric alarms only unless `AlarmTypes` asks for others; at most 100 a page, 50 unless told."""
    asked = call.parameters
    limit = asked.get("MaxRecords", 50)
    if not 1 <= limit <= 100:
        raise AwsError("ValidationError", "MaxRecords must be between 1 and 100")
    kinds = asked.get("AlarmTypes") or ["MetricAlarm"]
    names, prefix = asked.get("AlarmNames"), asked.get("AlarmNamePrefix", "")
    alarms = {("MetricAlarm", alarm["AlarmName"]): alarm for alarm in moto(call, parameters={})["MetricAlarms"]}
    for (place, kind, name), put in state.alarms.items():
        if place == call.place:
            alarms[kind, name] = alarms.get((kind, name), {}) | put
    found = [
        (kind, alarm)
        for (kind, name), alarm in sorted(alarms.items(), key=lambda entry: entry[0])
        if kind in kinds and name.startswith(prefix) and (not names or name in names)
    ]
    found, token = page(found, limit, asked.get("NextToken"))
    result = {f"{kind}s": [alarm for k, alarm in found if k == kind] for kind in kinds}
    return result | {"NextToken": token}


@operation("cloudwatch", "DeleteAlarms")
def delete_alarms(call, moto, state):
    moto(call)
    _forget_alarms(state, call.place, call.parameters["AlarmNames"])
    return {}


@operation("cloudwatch", "EnableAlarmActions", "DisableAlarmActions")
def set_actions_enabled(call, moto, state):
    for _, alarm in _alarms_named(state, call.place, call.parameters["AlarmNames"]):
        alarm["ActionsEnabled"] = call.operation == "EnableAlarmActions"
    return {}


def _alarms_named(state, place, names):
    return [(key, alarm) for key, alarm in state.alarms.items() if key[0] == place and key[2] in names]


def _forget_alarms(state, place, names):
    for key, _ in _alarms_named(state, place, names):
        del state.alarms[key]


@operation("cloudwatch", "PutAlarmMuteRule")
def put_alarm_mute_rule(call, moto, state):
    name = call.parameters["Name"]
    arn = f"arn:aws:cloudwatch:{call.region}:{call.account}:alarm-mute-rule:{name}"
    put = {member: value for member, value in call.parameters.items() if member != "Tags"}
    state.mute_rules[call.place, name] = put | {
        "AlarmMuteRuleArn": arn,
        "Status": "SCHEDULED",
        "LastUpdatedTimestamp": time.time(),
    }
    return {}


@operation("cloudwatch", "ListAlarmMuteRules")
def list_alarm_mute_rules(call, moto, state):
    asked = call.parameters
    rules = [rule for (place, _), rule in sorted(state.mute_rules.items()) if place == call.place]
    if "AlarmName" in asked:
        rules = [r for r in rules if asked["AlarmName"] in r.get("MuteTargets", {}).get("AlarmNames", [])]
    if asked.get("Statuses"):
        rules = [r for r in rules if r["Status"] in asked["Statuses"]]
    rules, token = page(rules, asked.get("MaxRecords", 50), asked.get("NextToken"))
    members = ("AlarmMuteRuleArn", "ExpireDate", "Status", "MuteType", "LastUpdatedTimestamp")
    return {"AlarmMuteRuleSummaries": [{m: r.get(m) for m in members} for r in rules], "NextToken": token}


@operation("cloudwatch", "GetAlarmMuteRule")
def get_alarm_mute_rule(call, moto, state):
    asked = call.parameters["AlarmMuteRuleName"]
    for (place, name), rule in state.mute_rules.items():
        if place == call.place and asked in (name, rule["AlarmMuteRuleArn"]):
            return rule
    raise AwsError("ResourceNotFoundException", f"{asked} does not exist", 404)


# --- SNS --------------------------------------------------------------------------------------------------------


@operation("sns", "ListSubscriptionsByTopic")
def list_subscriptions_by_topic(call, moto, state):
    """An endpoint that a person must confirm is pending until the test confirms it."""
    ElementTree.register_namespace("", _SNS)
    root = ElementTree.fromstring(moto(call))
    for member in root.iter(f"{{{_SNS}}}member"):
        value = {child.tag.rpartition("}")[2]: child for child in member}
        key = call.parameters["TopicArn"], value["Endpoint"].text
        if value["Protocol"].text in CONFIRMED_BY_A_PERSON and key not in state.confirmed:
            value["SubscriptionArn"].text = "PendingConfirmation"
    return ElementTree.tostring(root, encoding="unicode")


# --- Config -----------------------------------------------------------------------------------------------------


@operation("config", "PutEvaluations")
def put_evaluations(call, moto, state):
    """Checked as the API reference states; read what was put from the list of requests."""
    put = call.parameters
    if not put.get("ResultToken"):
        raise AwsError("InvalidResultTokenException", "The resultToken provided is invalid.")
    for evaluation in put.get("Evaluations", []):
        annotation = evaluation.get("Annotation")
        if annotation is not None and not 1 <= len(annotation) <= 256:
            raise AwsError("ValidationException", "Annotation must have 1 to 256 characters")
        if evaluation["ComplianceType"] not in ("COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE"):
            raise AwsError("InvalidParameterValueException", f"{evaluation['ComplianceType']} is not accepted")
        if evaluation["ComplianceResourceType"] == "AWS::Account":
            raise AwsError("InvalidParameterValueException", "The resource type AWS::Account is invalid")
    return {"FailedEvaluations": []}


def form(parameters, operation_name):
    """The body of a query-protocol call."""
    return urlencode({"Action": operation_name} | parameters)
