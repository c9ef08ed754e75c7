"""Creates the stack of a template in the emulator and prints what came of it as JSON; the jar is an empty one.

Usage: create_stack.py TEMPLATE. moto leaves out the types and properties it does not know.
"""
import ast
import io
import json
import sys
import zipfile

import boto3

LOCAL_JAR = "Code: ../shared/config-lambda/target/tocsin-lambda.jar"

jar = io.BytesIO()
with zipfile.ZipFile(jar, "w") as content:
    content.writestr("empty", "")
s3 = boto3.client("s3")
s3.create_bucket(Bucket="tocsin-code")
s3.put_object(Bucket="tocsin-code", Key="tocsin-lambda.jar", Body=jar.getvalue())

with open(sys.argv[1], encoding="utf-8") as file:
    template = file.read()
if LOCAL_JAR not in template:
    sys.exit(f"`{LOCAL_JAR}` is not in the template")
packaged = template.replace(LOCAL_JAR, "Code: { S3Bucket: tocsin-code, S3Key: tocsin-lambda.jar }")

cloudformation = boto3.client("cloudformation")
cloudformation.create_stack(
    StackName="tocsin",
    TemplateBody=packaged,
    Parameters=[{"ParameterKey": "AlarmTopicName", "ParameterValue": "operators"}],
    Capabilities=["CAPABILITY_NAMED_IAM"],
)
function = boto3.client("lambda").get_function_configuration(FunctionName="tocsin")
policy = json.loads(boto3.client("lambda").get_policy(FunctionName="tocsin")["Policy"])
queue = boto3.client("sqs").get_queue_url(QueueName="tocsin-dead-letters")
touched = boto3.client("sqs").get_queue_url(QueueName="tocsin-touched")
watched = boto3.client("events").describe_rule(Name="tocsin-touched-cloudtrail")
iam = boto3.client("iam")
role = iam.get_role(RoleName="tocsin-remediation-us-east-1")["Role"]


def policy_of(role, policy):
    document = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
    return ast.literal_eval(document) if isinstance(document, str) else document  # moto writes a stack's as Python does


allowed = policy_of("tocsin-remediation-us-east-1", "add-the-missing-link")
delivery = next(role for role in iam.list_roles()["Roles"] if "DeliveryRole" in role["RoleName"])
delivers = policy_of(delivery["RoleName"], "deliver")
print(
    json.dumps(
        {
            "status": cloudformation.describe_stacks(StackName="tocsin")["Stacks"][0]["StackStatus"],
            "function": {key: function.get(key) for key in ("Runtime", "Handler")},
            "permission": policy["Statement"][0],
            "deadLetters": queue["QueueUrl"],
            "touched": touched["QueueUrl"],
            "watched": watched["EventPattern"],
            "trust": role["AssumeRolePolicyDocument"],
            "handedOn": [one["Resource"] for one in allowed["Statement"] if "iam:PassRole" in one["Action"]],
            "delivery": {"arn": delivery["Arn"], "trust": delivery["AssumeRolePolicyDocument"], "policy": delivers},
        }
    )
)
