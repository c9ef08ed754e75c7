"""usage: record.py SOURCE EVENT [--denied] [--region REGION] > rules/<control>/events/raises-alarm/<name>.json

Prints a CloudTrail record of an API call, made after the documented shape: the fields that every record has, the
members that the call requires (from botocore's model) with sample values, identifiers derived from the name, so that
the same call always gives the same record, and the answer where CloudTrail writes one. Nobody's account is in it. What
it cannot know is left for you: members that are optional but matter.
"""

import argparse
import functools
import json
import pathlib
import re
import sys
import uuid

import botocore.session

from inventory import ENDPOINTS, READS

ROOT = pathlib.Path(__file__).resolve().parents[3]
ACCOUNT = "111122223333"
EC2_IDS = {
    "associationId": "vpc-cidr-assoc", "carrierGatewayId": "cagw", "egressOnlyInternetGatewayId": "eigw", "exclusionId": "vpcbpa-exclude",
    "groupId": "sg", "networkInterfaceId": "eni", "prefixListId": "pl", "routeTableId": "rtb", "subnetId": "subnet",
    "transitGatewayAttachmentId": "tgw-attach", "transitGatewayRouteTableId": "tgw-rtb", "vpcEncryptionControlId": "vpcec",
    "vpcId": "vpc", "vpnConnectionId": "vpn", "vpnGatewayId": "vgw",
}
ONE_REGION = {"iam", "organizations", "route53", "route53domains", "shield", "waf", "account", "cloudfront"}


def sample(shape, name, region):
    if shape.type_name == "structure":
        return {cased(m): sample(shape.members[m], m, region) for m in shape.required_members}
    if shape.type_name == "list":
        return [sample(shape.member, name.rstrip("s"), region)]
    if shape.type_name == "map":
        return {}
    if shape.type_name == "boolean":
        return True
    if shape.type_name in ("integer", "long", "float", "double"):
        return int(shape.metadata.get("min", 1)) or 1
    if shape.type_name == "timestamp":
        return "2026-02-18T15:58:58Z"
    return text(shape, name, region)


def text(shape, name, region):
    if getattr(shape, "enum", None):
        return shape.enum[0]
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
    if name.lower().endswith("arn"):
        return f"arn:aws:example:{region}:{ACCOUNT}:{kind.rsplit('-', 1)[0]}/example"
    if name.lower().endswith(("accountid", "ownerid", "registryid")):
        return ACCOUNT
    if cased(name) in EC2_IDS:
        return EC2_IDS[cased(name)] + "-0123456789abcdef0"
    if name.lower().endswith("id"):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, name))
    if name.lower().endswith("ipaddress"):
        return "10.0.0.10"
    return f"example-{kind}"


def cased(member):
    return member[0].lower() + member[1:]


def record(source, event, denied, region):
    service = source.split(".")[0]
    region = "us-east-1" if service in ONE_REGION else region
    ident = lambda what: str(uuid.uuid5(uuid.NAMESPACE_URL, f"tocsin:{source}:{event}:{denied}:{what}"))
    made = {
        "eventVersion": "1.11",
        "userIdentity": {
            "type": "AssumedRole",
            "principalId": "AROADBQP57FF2AEXAMPLE:alice",
            "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/Administrator/alice",
            "accountId": ACCOUNT,
            "accessKeyId": "ASIAIOSFODNN7EXAMPLE",
            "sessionContext": {
                "sessionIssuer": {
                    "type": "Role",
                    "principalId": "AROADBQP57FF2AEXAMPLE",
                    "arn": f"arn:aws:iam::{ACCOUNT}:role/Administrator",
                    "accountId": ACCOUNT,
                    "userName": "Administrator",
                },
                "attributes": {"creationDate": "2026-02-18T14:45:48Z", "mfaAuthenticated": "true"},
            },
        },
        "eventTime": "2026-02-18T15:58:58Z",
        "eventSource": source,
        "eventName": event,
        "awsRegion": region,
        "sourceIPAddress": "203.0.113.7",
        "userAgent": "aws-cli/2.27.41 md/awscrt#0.26.1 ua/2.1 os/linux#6.8.0-1029-aws md/arch#x86_64 lang/python#3.13.4",
    }
    if denied:
        made["errorCode"] = "Client.UnauthorizedOperation" if service == "ec2" else "AccessDenied"
        made["errorMessage"] = (
            f"User: arn:aws:sts::{ACCOUNT}:assumed-role/Administrator/alice is not authorized to perform: "
            f"{service}:{event} with an explicit deny in a service control policy"
        )
    model = operation(source, event)
    shape = model and model.input_shape
    asked = None if shape is None or denied else sample(shape, event, region) or None
    made |= {
        "requestParameters": asked,
        "responseElements": None if denied or READS.match(event) else answer(source, event, model, asked, region),
        "requestID": ident("request"),
        "eventID": ident("event"),
        "readOnly": bool(READS.match(event)),
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Management",
        "tlsDetails": {
            "tlsVersion": "TLSv1.3",
            "cipherSuite": "TLS_AES_128_GCM_SHA256",
            "clientProvidedHostHeader": f"{service}.{region}.amazonaws.com",
        },
    }
    return json.loads(json.dumps(made).replace("arn:aws:example:", f"arn:aws:{service}:"))


def operation(source, event):
    """botocore's model of a call, by the name that CloudTrail writes; Lambda's carry the version of the API."""
    service = source.split(".")[0]
    names = [event, re.sub(r"20[0-9]{6}(v2)?$", "", event)] if service == "lambda" else [event]
    for model in map(service_model, ENDPOINTS.get(service, [service])):
        for name in names:
            if model is not None and name in model.operation_names:
                return model.operation_model(name)
    return None


@functools.cache
def service_model(name):
    session = botocore.session.get_session()
    return session.get_service_model(name) if name in session.get_available_services() else None


def written(source, event, model):
    """The members of an answer with their shapes, as CloudTrail names them; none where it writes no answer."""
    service = source.split(".")[0]
    output = model.output_shape
    members = dict(output.members) if output else {}
    if service == "s3" or (not members and service not in ("ec2", "kms")):
        return None
    if not members:
        return {"keyId": None} if service == "kms" else {"requestId": None, "_return": None}
    single = next(iter(members.values()))
    if service in ("rds", "redshift", "elasticache") and len(members) == 1 and single.type_name == "structure":
        members = dict(single.members)
    upper = service in ("securityhub",)
    names = {"ARN": "arn"} if service == "secretsmanager" else {}
    return {names.get(name, name if upper else cased(name)): shape for name, shape in members.items()}


def answer_members(source, event, model):
    """What may stand in an answer; EC2 names some members as its XML does, and wraps those of newer calls."""
    members = written(source, event, model)
    if members is None:
        return None
    names = set(members) | ({"keyId"} if source.startswith("kms.") else set())
    if source.startswith("ec2."):
        names |= {"requestId", "_return", event + "Response"}
        for member, shape in (model.output_shape.members if model.output_shape else {}).items():
            names.add(shape.serialization.get("name", cased(member)))
            names |= {cased(inner) for inner in getattr(shape, "members", {})}
    return names


def answer(source, event, model, asked, region):
    """An answer that repeats what was asked and gives sample values to what names, identifies or states something."""
    members = model and written(source, event, model)
    if members is None or not members:
        return None
    if source.startswith("ec2.") and not (model.output_shape and model.output_shape.members):
        return {"requestId": str(uuid.uuid5(uuid.NAMESPACE_URL, event)), "_return": True}
    if source.startswith("kms.") and not (model.output_shape and model.output_shape.members):
        return {"keyId": f"arn:aws:kms:{region}:{ACCOUNT}:key/{uuid.uuid5(uuid.NAMESPACE_URL, event)}"}
    made = repeated(members, flat(asked or {}), event.lower(), region)
    if source.startswith("ec2."):
        made = {"requestId": str(uuid.uuid5(uuid.NAMESPACE_URL, event)), **made}
        if set(asked or {}) == {event + "Request"}:
            made = {event + "Response": {"xmlns": "http://ec2.amazonaws.com/doc/2016-11-15/", **made}}
    return made or {name: empty(shape, name, region) for name, shape in list(members.items())[:1]}


def empty(shape, name, region):
    kinds = {"list": [], "structure": {}, "map": {}, "boolean": True, "integer": 0, "long": 0}
    return kinds[shape.type_name] if shape.type_name in kinds else text(shape, name, region)


def flat(asked):
    """What was asked by name in small letters, out of the structures it may stand in."""
    found = {}
    for name, value in asked.items():
        if isinstance(value, dict):
            found |= flat(value)
        found.setdefault(name.lower(), value)
    return found


def repeated(members, asked, event, region, depth=2):
    """What was asked, and the name, id and state of what the call is about."""
    made = {}
    for name, shape in members.items():
        kind = shape.type_name if shape is not None else "string"
        about = re.sub(r"(id|arn|status|state)$", "", name.lower())
        if name.lower() in asked:
            made[name] = asked[name.lower()]
        elif kind == "structure" and depth > 1:
            inner = {cased(inner): s for inner, s in shape.members.items()}
            made |= {name: value for value in [repeated(inner, asked, event, region, depth - 1)] if value}
        elif kind == "string" and about != name.lower() and about in event:
            made[name] = text(shape, name, region)
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("event")
    parser.add_argument("--denied", action="store_true", help="a call that was refused")
    parser.add_argument("--region", default="eu-west-1")
    given = parser.parse_args()
    json.dump(record(given.source, given.event, given.denied, given.region), sys.stdout, indent=2)
    print()
