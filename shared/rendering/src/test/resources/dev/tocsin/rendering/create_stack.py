"""Creates the stack of a template in the emulator and prints what came of it as JSON; the jar is an empty one.

Usage: create_stack.py TEMPLATE. moto leaves out the types and properties it does not know.
"""
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
role = boto3.client("iam").get_role(RoleName="tocsin-remediation-us-east-1")["Role"]
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
        }
    )
)
