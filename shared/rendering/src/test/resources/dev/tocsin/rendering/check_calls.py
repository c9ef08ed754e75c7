"""Compares the calls of calls.json with AWS's own service models; prints one line a mistake."""
import json
import sys

import botocore.session

session = botocore.session.get_session()
for name, call in json.load(sys.stdin).items():
    model = session.get_service_model(call["service"])
    if name not in model.operation_names:
        print(f"{call['service']} has no operation {name}")
        continue
    shape = model.operation_model(name).input_shape
    for parameter in call["parameters"]:
        if parameter not in shape.members:
            print(f"{name} takes no parameter {parameter}")
    for parameter in shape.required_members:
        if parameter not in call["parameters"]:
            print(f"{name} requires parameter {parameter}")
