"""usage: operations.py

Writes which service has an operation that only one service of `shared/control-catalog/inventory/` has, for missed
events that leave their service open: lines of a source, `@` and the Region where all its events are recorded in one,
and names. Names are those of the inventory and, for operations that change nothing, those of the installed botocore.
"""

import collections
import json
import pathlib
import re
import textwrap

import botocore.session

import inventory

ROOT = pathlib.Path(__file__).resolve().parents[3]
FACTS = ROOT / "shared/control-catalog/src/main/resources/dev/tocsin/catalog/record-facts.json"
TO = ROOT / "shared/filter-pattern/src/main/resources/dev/tocsin/filterpattern/record/operations.txt"
HEAD = "# Made by shared/control-catalog/tools/operations.py: operations that one service of the inventory alone has.\n"


def names(judged, source):
    """Names that a record of the service may have."""
    service = source.split(".")[0]
    as_recorded = set(judged["required"]) | {name for group in judged["silent"] for name in group["operations"]}
    session = botocore.session.get_session()
    known = set()
    for model in inventory.ENDPOINTS.get(service, [service]):
        try:
            known |= set(session.get_service_model(model).operation_names)
        except botocore.exceptions.UnknownServiceError:
            pass
    # Lambda's names carry a version that the model does not tell.
    reads = set() if service == "lambda" else {name for name in known if inventory.READS.match(name)}
    return as_recorded | reads


def regions():
    """Where the records of a service are, for those of which a fact of all records says it."""
    one = re.compile(r'\{ \(\$\.eventSource != \\?"([\w.-]+)\\?"\) \|\| \(\$\.awsRegion = \\?"([\w-]+)\\?"\)')
    found = {}
    for source, region in one.findall(FACTS.read_text().replace('\\"', '"')):
        found.setdefault(source, region)
    return found


def main():
    sources = collections.defaultdict(set)
    for file in sorted(inventory.FOLDER.glob("*.json")):
        judged = json.loads(file.read_text())
        for name in names(judged, judged["eventSource"]):
            sources[name].add(judged["eventSource"])
    alone = collections.defaultdict(list)
    for name in sorted(sources):
        if len(sources[name]) == 1:
            alone[min(sources[name])].append(name)
    where = regions()
    lines = []
    for source in sorted(alone):
        head = source + ("@" + where[source] if source in where else "") + " "
        lines += textwrap.wrap(" ".join(alone[source]), 160, initial_indent=head, subsequent_indent=head)
    TO.write_text(HEAD + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
