"""How long the function takes from nothing to its report, beside the least that any function would take.

usage: cold_start.py [--java HOME] [--runs 5] [--cpus 0|0,1] [--delay-ms 0]      (after `mvn -B package -DskipTests`)

AWS's own runtime client starts the shaded jar, unpacked, in a new process, with C1 only as the Lambda runtime does; so it starts
`ColdStartFloor`, which makes the same calls with the same clients and decides nothing. The account is the README's: one trail, 15 filters,
15 alarms, one topic. moto answers once; what is measured is answered from memory. Prints the smallest, median and largest of the runs:
wall time from the start of the process to PutEvaluations, its processor time until then, classes loaded.
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMULATOR = ROOT / "shared/aws-emulator/src/main/resources/dev/tocsin/emulator/emulator.py"
REGION, ACCOUNT = "eu-west-1", "123456789012"
FUNCTION = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:tocsin"
# C1 only is what the managed runtime adds: https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html.
# Collector, class sharing and heap are assumed for a function of 512 MB.
FLAGS = ["-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx436m"]
HANDLERS = {"tocsin": "dev.tocsin.lambda.ConfigRuleHandler", "floor": "dev.tocsin.benchmarks.ColdStartFloor"}
EVENT = {
    "version": "1.0", "eventLeftScope": False, "accountId": ACCOUNT, "resultToken": "token", "configRuleName": "rule",
    "configRuleArn": f"arn:aws:config:{REGION}:{ACCOUNT}:config-rule/config-rule-0123456",
    "ruleParameters": json.dumps({"control": "root-account-usage"}),
    "invokingEvent": json.dumps({"awsAccountId": ACCOUNT, "messageType": "ScheduledNotification",
                                 "notificationCreationTime": "2026-11-21T05:00:00.373Z"}),
}


class Answers:
    """What moto said to a request, said again."""

    def __init__(self, port):
        self.port, self.known, self.delay = port, {}, 0.0

    def to(self, method, path, headers, body):
        name = headers.get("X-Amz-Target", "") + path
        if "PutEvaluations" in name:
            return 200, "application/x-amz-json-1.1", b"{}"
        key = (name, body)
        if key not in self.known:
            connection = http.client.HTTPConnection("127.0.0.1", self.port)
            connection.request(method, path, body, {k: v for k, v in headers.items() if k.lower() != "host"})
            answer = connection.getresponse()
            self.known[key] = answer.status, answer.getheader("Content-Type"), answer.read()
        time.sleep(self.delay)
        return self.known[key]


def serve(answer):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer(self, body)

        do_GET = do_POST = do_PUT = handle_any

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # the function is ended with its connections open
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def reply(handler, status, content_type, body, extra=()):
    handler.send_response(status)
    for name, value in [("Content-Type", content_type), ("Content-Length", str(len(body))), *extra]:
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def account(endpoint):
    import boto3

    def client(service):
        return boto3.client(service, region_name=REGION, endpoint_url=endpoint, aws_access_key_id="a", aws_secret_access_key="b")

    logs, alarms, topics, trails = (client(s) for s in ("logs", "cloudwatch", "sns", "cloudtrail"))
    client("s3").create_bucket(Bucket="trail", CreateBucketConfiguration={"LocationConstraint": REGION})
    logs.create_log_group(logGroupName="trail")
    trails.create_trail(
        Name="trail", S3BucketName="trail", IsMultiRegionTrail=True, IncludeGlobalServiceEvents=True,
        CloudWatchLogsLogGroupArn=f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:trail:*",
        CloudWatchLogsRoleArn=f"arn:aws:iam::{ACCOUNT}:role/trail-to-logs")
    trails.start_logging(Name="trail")
    topic = topics.create_topic(Name="alerts")["TopicArn"]
    topics.subscribe(TopicArn=topic, Protocol="email", Endpoint="security@example.com")
    confirm = json.dumps({"topicArn": topic, "endpoint": "security@example.com"}).encode()
    urllib.request.urlopen(endpoint + "/_emulator/confirm", confirm)
    controls = [folder for folder in sorted((ROOT / "rules").iterdir()) if (folder / "published/cis-1.2.0.pattern").exists()]
    controls.append(ROOT / "rules/organizations-changes")
    for control in controls:
        logs.put_metric_filter(
            logGroupName="trail", filterName=control.name, filterPattern=(control / "required.pattern").read_text().strip(),
            metricTransformations=[{"metricName": control.name, "metricNamespace": "LogMetrics", "metricValue": "1"}])
        alarms.put_metric_alarm(
            AlarmName=control.name, MetricName=control.name, Namespace="LogMetrics", Statistic="Sum", Period=300, Threshold=1,
            ComparisonOperator="GreaterThanOrEqualToThreshold", EvaluationPeriods=1, AlarmActions=[topic])


def start_once(java, class_path, handler, task_root, cpus, port, extra=()):
    """Seconds until PutEvaluations, processor seconds until then, output."""
    done, state = threading.Event(), {}

    def runtime(http_handler, body):
        path = http_handler.path
        if path.endswith("/next"):
            if "asked" in state:
                time.sleep(3600)
            state["asked"] = True
            reply(http_handler, 200, "application/json", json.dumps(EVENT).encode(), [
                ("Lambda-Runtime-Aws-Request-Id", "8476a536"), ("Lambda-Runtime-Invoked-Function-Arn", FUNCTION),
                ("Lambda-Runtime-Deadline-Ms", str(int(time.time() * 1000) + 300_000))])
        else:
            state["outcome"] = path.rsplit("/", 1)[-1], body[:2000]
            reply(http_handler, 202, "application/json", b"")
            done.set()

    api = serve(runtime)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_") and k != "JAVA_TOOL_OPTIONS"}
    environment |= {
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{api}", "AWS_LAMBDA_FUNCTION_NAME": "tocsin", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST", "AWS_LAMBDA_LOG_FORMAT": "JSON", "LAMBDA_TASK_ROOT": str(task_root),
        "_HANDLER": handler + "::handleRequest", "AWS_REGION": REGION, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_EC2_METADATA_DISABLED": "true"}
    command = ["taskset", "-c", cpus, str(java), *FLAGS, *extra, "-classpath", class_path,
               "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler + "::handleRequest"]
    with tempfile.TemporaryFile() as out:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=task_root, env=environment, stdout=out, stderr=out)
        ended = done.wait(180)
        wall = time.monotonic() - begun
        ticks = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        processor = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
        process.kill()
        process.wait()
        out.seek(0)
        text = out.read().decode(errors="replace")
    if not ended or state["outcome"][0] != "response" or b"COMPLIANT" not in state["outcome"][1] or b"NON_" in state["outcome"][1]:
        sys.exit(f"{handler} did not report COMPLIANT: {state.get('outcome')}\n{text[-3000:]}")
    return wall, processor, text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--java", default=os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cpus", default="0")
    parser.add_argument("--delay-ms", type=float, default=0)
    parser.add_argument("--jar", default=str(ROOT / "shared/config-lambda/target/tocsin-lambda.jar"))
    parser.add_argument("--class-path", default=str(ROOT / "shared/benchmarks/target/classpath"), help="of the benchmarks")
    parser.add_argument("--floor", default=str(ROOT / "shared/benchmarks/target/classes"))
    options = parser.parse_args()
    jars = pathlib.Path(options.class_path).read_text().strip().split(":")
    java = pathlib.Path(options.java) / "bin/java"
    runtime = ":".join(j for j in jars if re.search(r"runtime-interface-client|lambda-java-(core|serialization)|utils-lite", j))
    emulator = subprocess.Popen([sys.executable, "-B", str(EMULATOR)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        moto = int(emulator.stdout.readline().split()[1])
        account(f"http://127.0.0.1:{moto}")
        answers = Answers(moto)
        port = serve(lambda h, body: reply(h, *answers.to(h.command, h.path, h.headers, body)))
        with tempfile.TemporaryDirectory() as folder:
            roots = {name: pathlib.Path(folder) / name for name in HANDLERS}
            for root in roots.values():
                root.mkdir()
            subprocess.run(["unzip", "-q", options.jar, "-d", roots["tocsin"]], check=True)
            # The floor brings the SDK as it is published, unpacked too, and nothing of ours.
            for jar in jars:
                if re.search(r"/(software/amazon/(awssdk|eventstream)|org/slf4j|org/reactivestreams|joda-time|com/amazonaws)/", jar):
                    subprocess.run(["unzip", "-qo", jar, "-d", roots["floor"]], check=True, stderr=subprocess.DEVNULL)
            subprocess.run(["cp", "-r", options.floor + "/.", roots["floor"]], check=True)
            print(f"cpus {options.cpus}, {options.delay_ms:g} ms a call, {options.runs} runs: smallest, median, largest")
            measured = {name: [] for name in HANDLERS}
            for name, handler in HANDLERS.items():
                *_, text = start_once(java, runtime, handler, roots[name], options.cpus, port, ["-Xlog:class+load"])
                print(f"{name:6} classes loaded {len(re.findall('source:', text)):,}")
            answers.delay = options.delay_ms / 1000
            for _ in range(options.runs):
                for name, handler in HANDLERS.items():
                    measured[name].append(start_once(java, runtime, handler, roots[name], options.cpus, port)[:2])
            for what, index in (("wall s", 0), ("cpu s", 1)):
                best = {}
                for name in HANDLERS:
                    values = sorted(run[index] for run in measured[name])
                    best[name] = values[0], statistics.median(values), values[-1]
                    print(f"{name:6} {what:7}" + "".join(f"{v:7.2f}" for v in best[name]))
                print("ratio  " + what + "".join(f"{a / b:7.2f}" for a, b in zip(best["tocsin"], best["floor"])))
    finally:
        emulator.stdin.close()
        emulator.wait()


if __name__ == "__main__":
    main()
