"""usage: members.py RECORDS.jsonl, in the repository

Writes `src/main/resources/dev/tocsin/catalog/request-members.json`: by event source, the members of requests that are
text in every operation that has them, by botocore's models. Taken are members that a pattern of `rules/` or an idiom of
an exemption names, or that three records of `rules/` have. Left out are documents, which CloudTrail may write as
objects, S3, whose records name what stands in the address, and members that a public record shows otherwise. Writes also
`src/test/resources/records/request-members.jsonl`: of which types these are in the public records. A line of
RECORDS.jsonl is `{"source": "repository path", "event": {…}}`. Values are not kept.
"""

import collections
import json
import re
import sys

import botocore

from inventory import ENDPOINTS, pretty
from record import ROOT, cased, service_model
from shapes import TYPES

CATALOG = ROOT / "shared/control-catalog/src"
FILE = CATALOG / "main/resources/dev/tocsin/catalog/request-members.json"
SEEN = CATALOG / "test/resources/records/request-members.jsonl"
IDIOMS = ROOT / "shared/evaluation/src/test/resources/exemptions/idioms.jsonl"

NAMED = re.compile(r"\$\.requestParameters\.([A-Za-z]+)(?![A-Za-z.\[])")
SOURCE = re.compile(r"\b([a-z0-9-]+\.amazonaws\.com)\b")
DOCUMENT = re.compile(r"(Policy|Policies|Document|Definition|Content|Body|Template)$", re.IGNORECASE)
# Models of one event source beside those that the inventory reads.
ALSO = {
    "autoscaling": ["application-autoscaling", "autoscaling-plans"],
    "sagemaker": ["sagemaker-geospatial"],
}
RECORDS_ENOUGH = 3


def models(source):
    service = source.split(".")[0]
    names = ENDPOINTS.get(service, [service]) + ALSO.get(service, [])
    return [model for model in map(service_model, names) if model is not None]


def kinds(source):
    """By each name that a member may be written with, the types that it has in the operations of the source."""
    found = collections.defaultdict(set)
    for model in models(source):
        for name in model.operation_names:
            shape = model.operation_model(name).input_shape
            for member, of in (shape.members if shape else {}).items():
                also = (of.serialization.get("name"), of.serialization.get("queryName"))
                for written in {member, *filter(None, also)}:
                    found[cased(written)].add(of.type_name)
    return found


def candidates():
    """Event sources that a control requires events of, and the members that are worth a fact there."""
    sources, named, shown = {}, set(), collections.Counter()
    for file in ROOT.glob("rules/*/required.pattern"):
        sources[file.parent.name] = set(SOURCE.findall(file.read_text()))
    texts = [(file.relative_to(ROOT).parts[1], file.read_text()) for file in ROOT.glob("rules/*/**/*.pattern")]
    texts += [(json.loads(line)["control"], line) for line in IDIOMS.read_text().splitlines() if line]
    for control, text in texts:
        named |= {(source, member) for source in sources[control] for member in NAMED.findall(text)}
    for file in ROOT.glob("rules/*/events/raises-alarm/*.json"):
        events = json.loads(file.read_text())
        for event in events if isinstance(events, list) else [events]:
            for member, value in (event.get("requestParameters") or {}).items():
                if isinstance(value, str):
                    shown[event["eventSource"], member] += 1
    worth = named | {call for call, times in shown.items() if times >= RECORDS_ENOUGH}
    for source in sorted(set.union(*sources.values()) - {"s3.amazonaws.com"}):
        types = kinds(source)
        for member in sorted(member for of, member in worth if of == source):
            if types.get(member) == {"string"} and not DOCUMENT.search(member):
                yield source, member


def main(path):
    seen = collections.defaultdict(collections.Counter)
    for line in open(path):
        event = json.loads(line)["event"]
        if isinstance(event.get("requestParameters"), dict):
            for member, value in event["requestParameters"].items():
                seen[event.get("eventSource"), member][TYPES.get(type(value), "null")] += 1
    table, lines = collections.defaultdict(list), []
    for source, member in candidates():
        if set(seen[source, member]) <= {"text"}:
            table[source].append(member)
        if seen[source, member]:
            types = {kind: seen[source, member][kind] for kind in sorted(seen[source, member])}
            lines.append(json.dumps({"eventSource": source, "member": member, "records": types}))
    FILE.write_text(pretty({"botocore": botocore.__version__, "text": table}))
    SEEN.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
