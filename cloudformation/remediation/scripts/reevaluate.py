"""Evaluates the AWS Config rules concerned again and says how it went; the second step of every document."""
import json
import time
from datetime import datetime, timezone

import boto3
from botocore.exceptions import ClientError

RULES_IN_ONE_CALL = 25
SECONDS_BETWEEN_LOOKS = 10
LOOKS = 24


def handler(events, context):
    if events["WaitingFor"]:
        return {"Outcome": events["WaitingFor"]}
    config = boto3.client("config", region_name=events["Region"])
    rules = rules_of(config, events["ControlId"])
    if not rules:
        return {"Outcome": "no AWS Config rule here judges it"}
    asked = datetime.now(timezone.utc)
    try:
        for start in range(0, len(rules), RULES_IN_ONE_CALL):
            config.start_config_rules_evaluation(ConfigRuleNames=rules[start : start + RULES_IN_ONE_CALL])
    except ClientError as error:
        return {"Outcome": f"not evaluated now ({error.response['Error']['Code']}); the next scheduled run will"}
    if len(rules) > 1:
        return {"Outcome": f"evaluation of {len(rules)} rules started; see them in the AWS Config console"}
    return {"Outcome": f"{rules[0]}: {result_after(asked, config, rules[0])}"}


def rules_of(config, control):
    """The rules whose `control` parameter is the control, or any if it is empty; inside a pack rules have other names."""
    pages = config.get_paginator("describe_config_rules").paginate()
    return [rule["ConfigRuleName"] for page in pages for rule in page["ConfigRules"] if judges(rule, control)]


def judges(rule, control):
    value = json.loads(rule.get("InputParameters") or "{}").get("control")
    return rule["Source"]["Owner"] == "CUSTOM_LAMBDA" and value is not None and control in ("", value)


def result_after(asked, config, rule):
    for _ in range(LOOKS):
        time.sleep(SECONDS_BETWEEN_LOOKS)
        for result in config.get_compliance_details_by_config_rule(ConfigRuleName=rule)["EvaluationResults"]:
            if result["ResultRecordedTime"] > asked:
                return f"{result['ComplianceType']}: {result.get('Annotation', '')}"
    return "evaluation started, no result yet"
