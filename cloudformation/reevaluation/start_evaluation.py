"""Starts the evaluation of Tocsin's own rules when calls that touch an alarm chain have gathered in the queue.

Whatever cannot be started now, because AWS Config takes one call per minute, comes back from the queue.
"""
import json
import os

import boto3

RULES_IN_ONE_CALL = 25
SECONDS_TO_THE_NEXT_CALL = 75


def handler(event, context):
    start(event["Records"], boto3.client("config"), boto3.client("sqs"))


def start(messages, config, sqs):
    rules = asked([json.loads(message["body"]) for message in messages], rules_of(config, os.environ["FUNCTION_ARN"]))
    now, later = rules[:RULES_IN_ONE_CALL], rules[RULES_IN_ONE_CALL:]
    if now:
        config.start_config_rules_evaluation(ConfigRuleNames=now)
    if later:
        body = json.dumps({"rules": later})
        sqs.send_message(QueueUrl=os.environ["QUEUE_URL"], DelaySeconds=SECONDS_TO_THE_NEXT_CALL, MessageBody=body)


def asked(bodies, rules):
    """All rules if anything was touched since; otherwise those that an earlier call left over."""
    if any("call" in body for body in bodies):
        return rules
    left = {rule for body in bodies for rule in body["rules"]}
    return [rule for rule in rules if rule in left]


def rules_of(config, function):
    """Rules that the function judges; inside a conformance pack they have names that are not the control's."""
    pages = config.get_paginator("describe_config_rules").paginate()
    return [
        rule["ConfigRuleName"]
        for page in pages
        for rule in page["ConfigRules"]
        if rule["Source"].get("SourceIdentifier") == function and not rule["ConfigRuleState"].startswith("DELETING")
    ]
