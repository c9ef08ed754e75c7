"""Prints random pairs of patterns, of up to 400 characters, for `tocsin covers --pairs`: `random_pairs.py 2000 > pairs.jsonl`."""
import json
import random
import sys

LONGEST = 390
FIELDS = (
    "$.eventName $.eventSource $.errorCode $.userIdentity.type $.awsRegion $.readOnly $.requestParameters.count "
    "$.sourceIPAddress $.items[0].name"
).split()
VALUES = (
    "CreateTrail DeleteTrail Put* *Policy ec2.amazonaws.com iam.amazonaws.com Root IAMUser us-east-1 10.0.* AccessDenied* 5 7"
).split() + ['"two words"']


def condition():
    field, kind = random.choice(FIELDS), random.random()
    if kind < 0.08:
        return f"{field} NOT EXISTS"
    if kind < 0.14:
        return f"{field} IS {random.choice(['TRUE', 'FALSE', 'NULL'])}"
    if kind < 0.22:
        return f"{field} {random.choice(['>', '<='])} {random.choice('359')}"
    return f"{field} {random.choice(['=', '=', '=', '!='])} {random.choice(VALUES)}"


def pattern():
    text = condition()
    for _ in range(random.randint(0, 8)):
        part = condition()
        if random.random() < 0.3:
            part = f"({part} {random.choice(['||', '&&'])} {condition()})"
        longer = f"{text} {random.choice(['||', '&&'])} {part}"
        if len(longer) > LONGEST:
            break
        text = longer
    return "{ " + text + " }"


random.seed(20261121)
for number in range(int(sys.argv[1])):
    deployed = [pattern() for _ in range(random.randint(1, 2))]
    print(json.dumps({"id": str(number), "required": pattern(), "deployed": deployed}))
