"""usage: hits.py RECORDS.jsonl, in the repository, once the command line is built (TOCSIN says how to start it, default `tocsin`)

Measures how many records every control's required pattern matches, and writes them to `public-hits.json`. A line of
RECORDS.jsonl is `{"event": {…}, "captured": true|false}`: captured is what comes out of the log of one account, not out
of a simulation or a test. What the file says of an earlier measure (`before`, `because`) stays.
"""

import collections
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
FILE = ROOT / "shared/control-catalog/src/main/resources/dev/tocsin/catalog/public-hits.json"
TOCSIN = shlex.split(os.environ.get("TOCSIN", "tocsin"))


def matches(patterns, records):
    """For each control the positions of the records that match."""
    found = collections.defaultdict(list)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as vectors:
        for control, pattern in patterns.items():
            for position, record in enumerate(records):
                vector = {"id": f"{control} {position}", "pattern": pattern, "event": record["event"]}
                vectors.write(json.dumps(vector) + "\n")
        vectors.flush()
        answers = subprocess.run([*TOCSIN, "match", "--format", "json", "--vectors", vectors.name], capture_output=True, text=True)
    for answer in map(json.loads, answers.stdout.splitlines()):
        if answer["match"]:
            control, position = answer["id"].split()
            found[control].append(int(position))
    return found


def main(path):
    records = [json.loads(line) for line in open(path)]
    patterns = {file.parent.name: file.read_text().strip() for file in sorted(ROOT.glob("rules/*/required.pattern"))}
    found = matches(patterns, records)
    measured = json.loads(FILE.read_text()) if FILE.exists() else {"controls": {}}
    controls = {}
    for control, pattern in patterns.items():
        hits = found[control]
        events = collections.Counter(records[position]["event"]["eventName"] for position in hits)
        controls[control] = {
            "pattern": hashlib.sha256(pattern.encode()).hexdigest()[:12],
            "hits": len(hits),
            "hitsCaptured": sum(records[position].get("captured", False) for position in hits),
            "events": dict(sorted(events.items(), key=lambda event: (-event[1], event[0]))),
        }
        kept = measured["controls"].get(control, {})
        controls[control] |= {key: kept[key] for key in ("before", "because") if key in kept}
    measured |= {
        "records": len(records),
        "captured": sum(record.get("captured", False) for record in records),
        "controls": controls,
    }
    lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in controls.items())
    head = json.dumps({key: value for key, value in measured.items() if key != "controls"}, indent=2)
    FILE.write_text(f'{head[:-2]},\n  "controls": {{\n{lines}\n  }}\n}}\n')


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
