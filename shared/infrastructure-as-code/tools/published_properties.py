"""Prints the properties of the resource types that are read here, as the resource schemas in cfn-lint have them.

    python3 shared/infrastructure-as-code/tools/published_properties.py \
        > shared/infrastructure-as-code/src/test/resources/dev/tocsin/infrastructure/published-properties.json
"""
import glob
import json
import os

import cfnlint

TYPES = """AWS::CloudTrail::Trail AWS::Logs::LogGroup AWS::Logs::MetricFilter AWS::Logs::AccountPolicy
AWS::Logs::Transformer AWS::CloudWatch::Alarm AWS::CloudWatch::CompositeAlarm AWS::CloudWatch::AlarmMuteRule
AWS::SNS::Topic AWS::SNS::Subscription AWS::SNS::TopicPolicy AWS::SNS::TopicInlinePolicy AWS::KMS::Key
AWS::KMS::Alias AWS::Events::Rule AWS::Lambda::Function AWS::SQS::Queue""".split()


def names(schema, found):
    for key, value in schema.items() if isinstance(schema, dict) else []:
        if key == "properties" and isinstance(value, dict):
            found.update(value)
        names(value, found) if isinstance(value, dict) else None
    return found


folder = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "resources")
published = {}
for file in glob.glob(os.path.join(folder, "*.json")):
    with open(file, encoding="utf-8") as opened:
        schema = json.load(opened)
    if schema.get("typeName") in TYPES:
        published[schema["typeName"]] = sorted(names(schema, set()))
print(json.dumps(published, indent=1, sort_keys=True))
