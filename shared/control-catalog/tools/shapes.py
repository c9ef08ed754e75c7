"""usage: shapes.py RECORDS.jsonl, in the repository

Writes `src/test/resources/records/shapes.json`: what CloudTrail records look like, which members they have and of which
type, by kind of identity, for calls, sign-ins and service events, and what stands in `responseElements` of each call that
the records of `rules/` show. A line of RECORDS.jsonl is `{"source": "repository path", "event": {…}}`. Values are not
kept. For a call that no public record shows, the answer follows from botocore's model, by the rule that the public records keep to: a call that changes something is
written with its answer iff the operation has one; EC2 then writes `_return`, KMS the key's id, S3 nothing.
"""

import collections
import json
import pathlib
import sys

import botocore

from inventory import READS, pretty
from record import ROOT, answer_members, operation

FILE = ROOT / "shared/control-catalog/src/test/resources/records/shapes.json"

# Records out of accounts, whole; of the others only answers, refusals and kinds of identity that these have not.
CAPTURED = ("invictus-ir/", "wwalpha/")
OTHERS = ("panther-labs/", "cloud-custodian/", "airbnb/", "DataDog/", "flosell/", "grycap/")
# CloudTrail user guide, userIdentity element: the kinds of identity and the members that it describes.
KINDS = {
    "AWSAccount", "AWSService", "AssumedRole", "Directory", "FederatedUser", "IAMUser", "IdentityCenterUser", "Role",
    "Root", "SAMLUser", "Unknown", "WebIdentityUser",
}
IDENTITY = {
    "accessKeyId", "accountId", "arn", "credentialId", "identityProvider", "inScopeOf", "invokedBy", "onBehalfOf",
    "principalId", "sessionContext", "type", "userName",
}
# CloudTrail user guide, record contents: members that none of the captured records has.
RARE = {
    "addendum": ["object"], "annotation": ["text"], "edgeDeviceDetails": ["object"], "serviceEventDetails": ["object"],
    "eventContext": ["object"], "vpcEndpointAccountId": ["text"],
}
# CloudTrail user guide, console sign-in events and service events: members that its samples have and the records have not.
RARE_OUTSIDE_CALLS = {
    "AwsConsoleSignIn": {"errorMessage": ["text"], "requestID": ["text"]},
    "AwsServiceEvent": {"resources": ["list"], "errorCode": ["text"], "errorMessage": ["text"]},
}
TYPES = {dict: "object", list: "list", str: "text", bool: "boolean", int: "number", float: "number"}


def typed(members):
    return {name: TYPES[type(value)] for name, value in members.items() if value is not None}


def shape(structures):
    """Which members all of them have, and the type of each member that any has."""
    always = set.intersection(*(set(structure) for structure in structures))
    types = collections.defaultdict(set)
    for structure in structures:
        for name in structure:
            types[name] |= set()  # a member that is null in all of them has no type, and is there
        for name, kind in typed(structure).items():
            types[name].add(kind)
    return {"records": len(structures), "always": sorted(always), "types": {n: sorted(types[n]) for n in sorted(types)}}


def beside_calls(records, event_type):
    """What records have that are no call: sign-ins, and what a service does of its own accord."""
    whole = [
        {name: value for name, value in event.items() if not name.startswith("p_")}  # added by a collection's tool
        for event in records
        if event.get("eventType") == event_type and {"eventID", "eventCategory", "sourceIPAddress"} <= set(event)
    ]
    found = shape(whole)
    found["types"] |= RARE_OUTSIDE_CALLS[event_type]
    return found


def sign_in_data(records):
    """What `additionalEventData` of a sign-in may say; the user guide lists no more than the records show."""
    said = [event.get("additionalEventData") for event in records if event.get("eventType") == "AwsConsoleSignIn"]
    # IAM user guide, "Example CloudTrail event: console switch role".
    return {"RedirectTo": ["text"], "SwitchFrom": ["text"]} | shape([data for data in said if data])["types"]


def by_type(structures):
    groups = collections.defaultdict(list)
    for structure in structures:
        groups[structure.get("type", "")].append(structure)
    return {kind: shape(groups[kind]) for kind in sorted(groups)}


def writes(event):
    return (
        event.get("eventType", "AwsApiCall") == "AwsApiCall"
        and "errorCode" not in event
        and "responseElements" in event
        and event.get("readOnly") is not True
        and not READS.match(event["eventName"])
    )


def answers(records, ours):
    """By service and call, the members of an answer, or none where `responseElements` is null."""
    seen = collections.defaultdict(set)
    for event in records:
        if writes(event):
            given = event["responseElements"]
            seen[event["eventSource"], event["eventName"]].add(None if given is None else frozenset(given))
    known = {}
    for source, name in sorted(ours):
        model = operation(source, name)
        shapes = seen.get((source, name))
        if model is not None:
            members = answer_members(source, name, model)
            if shapes and members is not None:
                members |= {member for shape in shapes if shape for member in shape}
            known[f"{source} {name}"] = None if members is None else sorted(members)
        elif shapes and len(shapes) == 1:
            members = next(iter(shapes))
            known[f"{source} {name}"] = None if members is None else sorted(members)
    return known, sum(key.split() in [list(k) for k in seen] for key in known)


def refusals(records):
    codes = collections.defaultdict(set)
    for event in records:
        code = event.get("errorCode") or ""
        if "AccessDenied" in code or "Unauthorized" in code:
            codes[event["eventSource"]].add(code)
    return {source: sorted(codes[source]) for source in sorted(codes)}


def main(path):
    lines = [json.loads(line) for line in open(path)]
    whole = [line["event"] for line in lines if line["source"].startswith(CAPTURED)]
    trusted = whole + [line["event"] for line in lines if line["source"].startswith(OTHERS)]
    calls = shape([event for event in whole if event["eventType"] == "AwsApiCall"])
    calls["types"] |= RARE
    ours = set()
    for file in ROOT.glob("rules/*/events/*/*.json"):
        shown = json.loads(file.read_text())
        for event in shown if isinstance(shown, list) else [shown]:
            if writes(event):
                ours.add((event["eventSource"], event["eventName"]))
    known, by_record = answers([e for e in trusted if isinstance(e.get("userIdentity"), dict)], ours)
    identities = [event["userIdentity"] for event in whole]
    rarer = [e["userIdentity"] for e in trusted if isinstance(e.get("userIdentity"), dict)]
    rarer = [identity for identity in rarer if identity.get("type") in KINDS and set(identity) <= IDENTITY]
    contexts = [identity["sessionContext"] for identity in identities if "sessionContext" in identity]
    made = {
        "derivedFrom": {
            "records": len(whole),
            "repositories": [name.rstrip("/") for name in CAPTURED],
            "answersAlsoFrom": [name.rstrip("/") for name in OTHERS],
            "botocore": botocore.__version__,
            "answersShownByRecords": by_record,
        },
        "calls": calls,
        "signIns": beside_calls(trusted, "AwsConsoleSignIn"),
        "signInData": sign_in_data(trusted),
        "serviceEvents": beside_calls(trusted, "AwsServiceEvent"),
        "identityMembers": sorted(IDENTITY),
        "identities": by_type(rarer) | by_type(identities),
        "sessionIssuers": by_type([c["sessionIssuer"] for c in contexts if c.get("sessionIssuer")]),
        "sessionAttributes": shape([c["attributes"] for c in contexts if c.get("attributes")]),
        "tlsDetails": shape([event["tlsDetails"] for event in whole if event.get("tlsDetails")]),
        "refusals": refusals(trusted),
        "answers": known,
    }
    FILE.write_text(pretty(made))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
