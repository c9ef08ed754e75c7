"""Carries out a plan that Tocsin's function made: looks again just before each call, makes only calls that its document allows."""
import json
import re
import time
from itertools import takewhile
from urllib.parse import unquote

import boto3
from botocore.exceptions import ClientError

GONE = {"NoSuchEntity", "NotFound", "NotFoundException", "ResourceNotFound", "ResourceNotFoundException", "TrailNotFoundException"}
TRIES, SECONDS = 7, 10


def carry_out(events, context):
    plan = parsed(events["Plan"])
    if not isinstance(plan, dict) or plan.get("schema") != "tocsin-plan/1":
        raise RuntimeError(f"the function did not answer with a plan: {str(events['Plan'])[:500]}")
    account = boto3.client("sts").get_caller_identity()["Account"]
    if account != plan["account"]:
        raise RuntimeError(f"the plan is for account {plan['account']}, the role is of account {account}; nothing was changed")
    calls = list(takewhile(lambda call: name(call) in events["Allowed"], plan["calls"]))
    others = [f"{name(call)} is not this document's to make: {call['why']}" for call in plan["calls"][len(calls) :]]
    changes = []
    for call in calls:  # before the first change, so that nothing is made for what cannot be finished
        require(call, changes)
    for call in calls:
        if require(call, changes):
            make(call, changes)
            changes.append(name(call))
    return {"Changes": changes or ["none: everything was in place"], "ByHand": (plan["byHand"] + others) or ["nothing"]}


def require(call, changes):
    """Whether the call is still to be made; stops where the account is not as it was planned for."""
    region = call["region"]
    if call["done"] and all(holds(condition, region) for condition in call["done"]):
        return False
    for condition in call["only"]:
        if not holds(condition, region):
            raise RuntimeError(f"{name(call)} was not made: {condition['otherwise']}. Done before it: {', '.join(changes) or 'nothing'}")
    return True


def make(call, changes):
    client = boto3.client(call["service"], region_name=call["region"])
    request = dict(call["parameters"])
    if call["rest"]:
        takes = client.meta.service_model.operation_model(call["operation"]).input_shape.members
        there = found(call["rest"], call["region"]) or {}
        request = {key: value for key, value in there.items() if key in takes and value not in (None, [], "")} | request
    for attempt in range(TRIES):
        try:
            return getattr(client, snake_case(call["operation"]))(**request)
        except ClientError as error:
            if attempt + 1 == TRIES or error.response["Error"]["Code"] not in call["waitsOut"]:
                raise RuntimeError(
                    f"{name(call)} failed: {error}. Done before it: {', '.join(changes) or 'nothing'}. "
                    "Fix: remove the cause and run the document again, it goes on where it stopped"
                ) from None
        time.sleep(SECONDS)


def holds(condition, region):
    is_alike = alike(condition.get("is", condition.get("isNot")), found(condition["read"], region))
    return is_alike if "is" in condition else not is_alike


def found(read, region):
    """The part of the answer that the read is about; None if it, or what it is asked of, does not exist."""
    client = boto3.client(read["service"], region_name=region)
    operation = snake_case(read["operation"])
    try:
        if client.can_paginate(operation):
            part = client.get_paginator(operation).paginate(**read["parameters"]).build_full_result()
        else:
            part = getattr(client, operation)(**read["parameters"])
    except ClientError as error:
        if error.response["Error"]["Code"] in GONE:
            return None
        raise
    for step in read["at"]:
        if isinstance(step, dict):
            part = next((one for one in part or [] if alike(step, one)), None)
        else:
            part = (part or {}).get(step)
    return part


def alike(named, there):
    """As the plan's schema says: it names what matters, the rest may be anything."""
    if named is None:
        return there in (None, "", [], {})
    if isinstance(named, dict):
        there = parsed(there)
        return isinstance(there, dict) and all(alike(value, there.get(key)) for key, value in named.items())
    if isinstance(named, list):
        return isinstance(there, list) and len(named) == len(there) and all(map(alike, named, there))
    return named == there and isinstance(named, bool) == isinstance(there, bool)


def parsed(text):
    """What a text of JSON says, be it written twice or percent-encoded; anything else as it is."""
    try:
        return parsed(json.loads(unquote(text) if text.startswith("%") else text)) if isinstance(text, str) else text
    except ValueError:
        return text


def name(call):
    return f"{call['service']}:{call['operation']}"


def snake_case(operation):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()
