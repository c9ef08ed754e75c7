"""Starts our rules for a control, all of them if none is named, and says how the only one went; the last step of every document."""
import json
import time
from datetime import datetime, timezone

import boto3
from botocore.exceptions import ClientError

LOOKS, SECONDS, RULES_IN_ONE_CALL = 24, 10, 25


def reevaluate(events, context):
    config = boto3.client("config", region_name=events["Region"])
    pages = config.get_paginator("describe_config_rules").paginate()
    rules = [rule["ConfigRuleName"] for page in pages for rule in page["ConfigRules"] if is_ours(rule, events)]
    asked = datetime.now(timezone.utc)
    try:
        for start in range(0, len(rules), RULES_IN_ONE_CALL):
            config.start_config_rules_evaluation(ConfigRuleNames=rules[start : start + RULES_IN_ONE_CALL])
    except ClientError as error:
        return {"Outcome": f"not evaluated now ({error.response['Error']['Code']}); the next scheduled run will"}
    if len(rules) != 1:
        return {"Outcome": f"evaluation of {len(rules)} rules started"}
    for _ in range(LOOKS):
        time.sleep(SECONDS)
        for result in config.get_compliance_details_by_config_rule(ConfigRuleName=rules[0])["EvaluationResults"]:
            if result["ResultRecordedTime"] > asked:
                return {"Outcome": f"{rules[0]}: {result['ComplianceType']}: {result.get('Annotation', '')}"}
    return {"Outcome": f"{rules[0]}: evaluation started, no result yet"}


def is_ours(rule, events):
    control = json.loads(rule.get("InputParameters") or "{}").get("control")
    ours = rule["Source"].get("SourceIdentifier", "").endswith(f":function:{events['FunctionName']}")
    return ours and control is not None and events["ControlId"] in ("", control)
