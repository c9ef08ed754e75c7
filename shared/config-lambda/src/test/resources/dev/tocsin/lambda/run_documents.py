"""Runs SSM Automation documents as SSM does: step by step, parameters and outputs handed on, Python by `handler(events, context)`.

Standard input: one JSON object a line, {"document": FILE, "parameters": {…}}. Standard output: one a line, the document's
outputs or {"failed": message}. Only what Tocsin's documents use is understood; anything else is an error.
"""
import functools
import json
import os
import re
import sys
import time
import urllib.request

import boto3
import yaml

time.sleep = lambda seconds: None
boto3.client = functools.lru_cache(boto3.client)  # making one reads AWS's service models, which takes a while
VARIABLE = re.compile(r"\{\{\s*([\w.:]+)\s*\}\}")


def run(document, given):
    values = {"global:ACCOUNT_ID": "123456789012", "global:REGION": os.environ["AWS_DEFAULT_REGION"]}
    for name, parameter in document["parameters"].items():
        value = given.pop(name, parameter.get("default"))
        if value is None:
            raise ValueError(f"parameter `{name}` is required")
        if "allowedPattern" in parameter and not re.search(parameter["allowedPattern"], value):
            raise ValueError(f"parameter `{name}`: `{value}` does not match {parameter['allowedPattern']}")
        values[name] = value
    if given:
        raise ValueError(f"unknown parameters {sorted(given)}")
    for step in document["mainSteps"]:
        payload = {key: resolve(value, values) for key, value in step["inputs"]["InputPayload"].items()}
        if step["action"] == "aws:invokeLambdaFunction":
            values[f"{step['name']}.Payload"] = invoke(payload)
            continue
        if step["action"] != "aws:executeScript" or step["inputs"]["Runtime"] != "python3.11":
            raise ValueError(f"step `{step['name']}` is not understood")
        module = {}
        exec(compile(step["inputs"]["Script"], step["name"], "exec"), module)
        answer = json.loads(json.dumps(module[step["inputs"]["Handler"]](payload, {})))
        for output in step["outputs"]:
            values[f"{step['name']}.{output['Name']}"] = answer[output["Selector"].removeprefix("$.Payload.")]
    return {name: values[name] for name in document["outputs"]}


def invoke(event):
    """What the function answers, as JSON text; it runs in the process that started this one."""
    request = urllib.request.Request(os.environ["TOCSIN_FUNCTION"], data=json.dumps(event).encode())
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def resolve(text, values):
    if isinstance(text, list):
        return [resolve(one, values) for one in text]
    return VARIABLE.sub(lambda variable: values[variable[1]], text)


for line in sys.stdin:
    request = json.loads(line)
    with open(request["document"], encoding="utf-8") as file:
        document = yaml.safe_load(file)
    try:
        result = run(document, request["parameters"])
    except Exception as failure:
        result = {"failed": str(failure)}
    print(json.dumps(result), flush=True)
