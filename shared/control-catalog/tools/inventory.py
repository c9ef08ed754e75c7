"""usage: inventory.py [--write]

Compares `shared/control-catalog/inventory/` with the operations that the installed botocore knows. Says which of them
nobody has judged, and which judged ones are gone. With `--write` the new ones are put below `unjudged`, where a test
finds them until each is required by a control or silent for a reason. Exit code 1 if something is new or gone.
"""

import json
import pathlib
import re
import sys
import textwrap

import botocore
import botocore.session

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "inventory"

# Operations of these names change nothing; a control that is about one of them anyway names it itself.
READS = re.compile(
    r"(Get|List|Describe|BatchGet|Search|Lookup|Check|Simulate|Preview|Validate|Query|Select|Head|Scan|Test|Filter|"
    r"Evaluate|Estimate|View|Retrieve(?!Domain))"
)

# The models behind an event source, where they are named otherwise.
ENDPOINTS = {
    "access-analyzer": ["accessanalyzer"],
    "bedrock": ["bedrock", "bedrock-agent", "bedrock-agent-runtime", "bedrock-data-automation",
                "bedrock-data-automation-runtime", "bedrock-runtime"],
    "cloudshell": [],
    "elasticfilesystem": ["efs"],
    "dynamodb": ["dynamodb", "dynamodbstreams"],
    "es": ["opensearch", "es"],
    "monitoring": ["cloudwatch"],
    "rds": ["rds", "docdb", "neptune"],
    "s3": ["s3", "s3control"],
    "sagemaker": ["sagemaker", "sagemaker-a2i-runtime", "sagemaker-edge", "sagemaker-featurestore-runtime",
                  "sagemaker-metrics", "sagemaker-runtime"],
    "ses": ["ses", "sesv2", "mailmanager", "pinpoint-email"],
    "sso": ["sso-admin"],
    "sso-directory": [],
}


def operations(source):
    """The names of a service's operations that change something."""
    service = source.split(".")[0]
    session = botocore.session.get_session()
    names = set()
    for model in ENDPOINTS.get(service, [service]):
        names |= set(session.get_service_model(model).operation_names)
    return {name for name in names if not READS.match(name)}


def overlooked(services):
    """Models that sign for, or are reached at, a judged service, and that are read for none."""
    session = botocore.session.get_session()
    read = {model for service in services for model in ENDPOINTS.get(service, [service])}
    for model in sorted(set(session.get_available_services()) - read):
        about = session.get_service_model(model).metadata
        for service in sorted({about.get("signingName"), about["endpointPrefix"]} & services):
            yield f"`{model}` is written by `{service}`, too. Fix: read it in ENDPOINTS"


def judged(inventory):
    names = set(inventory["required"]) | set(inventory.get("recordedAs", {}))
    for group in inventory["silent"]:
        names |= set(group["operations"])
    return names


def refresh(file, write):
    inventory = json.loads(file.read_text())
    known = operations(inventory["eventSource"])
    new = sorted(known - judged(inventory))
    gone = sorted(judged(inventory) - known - set(inventory["noOperations"]) - reads(inventory))
    for name in new:
        print(f"{file.name}: `{name}` is new. Fix: say which control requires it, or why none does")
    for name in gone:
        print(f"{file.name}: `{name}` is no operation any more. Fix: remove it, or list it under `noOperations`")
    if write:
        inventory["botocore"] = botocore.__version__
        inventory.pop("unjudged", None)
        inventory |= {"unjudged": new} if new else {}
        file.write_text(pretty(inventory))
    return bool(new or gone)


def pretty(inventory):
    """JSON with a list of names in as few lines as it takes, so that a change of one shows as a line or two."""
    text = json.dumps(inventory, indent=2)
    text = re.sub(r"\[\s+((?:\"[^\"]*\",?\s*)+)\]", lambda m: "[" + " ".join(m[1].split()) + "]", text)
    return "\n".join(wrapped(line) for line in text.split("\n")) + "\n"


def wrapped(line):
    if len(line) <= 120 or "[" not in line:
        return line
    margin = " " * (len(line) - len(line.lstrip()))
    head, rest = line.split("[", 1)
    names, tail = rest.rsplit("]", 1)
    inner = margin + "  "
    lines = textwrap.wrap(names, 120, initial_indent=inner, subsequent_indent=inner, break_on_hyphens=False)
    return "\n".join([head + "[", *lines, margin + "]" + tail])


def reads(inventory):
    return {name for name in judged(inventory) if READS.match(name)}


if __name__ == "__main__":
    print(f"botocore {botocore.__version__}", file=sys.stderr)
    changed = [refresh(file, "--write" in sys.argv) for file in sorted(FOLDER.glob("*.json"))]
    missed = list(overlooked({file.stem for file in FOLDER.glob("*.json")})) if "--write" in sys.argv else []
    print("\n".join(missed), end="\n" if missed else "")
    sys.exit(any(changed) or bool(missed))
