"""usage: record.py SOURCE EVENT [--denied] [--region REGION] > rules/<control>/events/raises-alarm/<name>.json

Prints a CloudTrail record of an API call, made after the documented shape: the fields that every record has, the
members that the call requires (from botocore's model) with sample values, and identifiers derived from the name, so
that the same call always gives the same record. Nobody's account is in it. What it cannot know is left for you:
members that are optional but matter, and what the service writes into `responseElements`.
"""

import argparse
import json
import re
import sys
import uuid

import botocore.session

from inventory import ENDPOINTS, READS

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
    if name.lower().endswith("accountid"):
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
    shape = request(service, event)
    made |= {
        "requestParameters": None if shape is None or denied else sample(shape, event, region) or None,
        "responseElements": None,
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
    return made


def request(service, event):
    for name in ENDPOINTS.get(service, [service]):
        model = botocore.session.get_session().get_service_model(name)
        if event in model.operation_names:
            return model.operation_model(event).input_shape
    return None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("event")
    parser.add_argument("--denied", action="store_true", help="a call that was refused")
    parser.add_argument("--region", default="eu-west-1")
    given = parser.parse_args()
    json.dump(record(given.source, given.event, given.denied, given.region), sys.stdout, indent=2)
    print()
