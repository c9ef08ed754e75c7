"""What `tocsin evaluate` costs as a whole process: processor time, user and system, from its start to its end.

usage: command_line.py [--runs 5] [--delay-ms 0] [--floor JAR] [--record FILE] COMMAND [ARGUMENT …]   (after `mvn -B package -DskipTests`)

COMMAND starts tocsin, such as `java -jar shared/cli/target/tocsin.jar` or the launcher that `install.sh` puts into place; `evaluate`, the
benchmark and where the account is are added. The account is that of `cold_start.py`: one trail, 15 filters, 15 alarms, one topic. moto answers
once; what is measured is answered from memory by this process, whose time does not count. Prints the smallest, median and largest.
--floor measures, in turns with it, `CommandLineFloor`, which makes the same calls with the same clients of that jar, the installed one, and
decides nothing; it starts with the launcher's flags, and with an archive of its own classes as the installer makes one.
--record writes the answers, by operation, as `Rehearsal` gives them again when tocsin is installed, and measures nothing.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

from cold_start import EMULATOR, REGION, ROOT, Answers, account, reply, serve

CLASSES = ROOT / "shared/benchmarks/target/classes"


def run(command, environment, expected):
    """Wall seconds, processor seconds, largest MiB; ends everything where what is expected is not printed."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or expected not in out:
        sys.exit(f"{command} ended with {process.returncode}: {out.decode(errors='replace')[-2000:]}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def floor(jar, arguments, folder, environment):
    """The command that starts the floor, with an archive of the classes that it loads."""
    java = str(pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java") if "JAVA_HOME" in os.environ else "java"
    with zipfile.ZipFile(folder / "floor.jar", "w") as own:
        for name in ("CommandLineFloor", "ReadingCalls"):
            own.write(CLASSES / f"dev/tocsin/benchmarks/{name}.class", f"dev/tocsin/benchmarks/{name}.class")
    # The archive is of a class path, so that it is written the same way here and there; of classes in folders there is none.
    start = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{folder}/floor.jar:{jar.resolve()}"]
    main = ["dev.tocsin.benchmarks.CommandLineFloor", *arguments]
    classes, archive = folder / "floor.classes", folder / "floor.jsa"
    for step in ([f"-XX:DumpLoadedClassList={classes}", "-Xshare:off", *start, *main],
                 ["-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={archive}", *start]):
        subprocess.run([java, *step], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [java, f"-XX:SharedArchiveFile={archive}", "-Xshare:auto", "-Xlog:disable", *start, *main]


def recorded(known):
    """What was answered, by the name of the operation."""
    answers = {}
    for (name, body), (_, kind, answer) in known.items():
        action = re.match(rb"Action=(\w+)", body)
        operation = action[1].decode() if action else re.split(r"[./]", name.rstrip("/"))[-1]
        answers[operation] = {"type": kind, "body": base64.b64encode(answer).decode()}
    return json.dumps(dict(sorted(answers.items())), indent=0) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--delay-ms", type=float, default=0)
    parser.add_argument("--floor", type=pathlib.Path, metavar="JAR")
    parser.add_argument("--record", type=pathlib.Path)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    emulator = subprocess.Popen([sys.executable, "-B", str(EMULATOR)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        moto = int(emulator.stdout.readline().split()[1])
        account(f"http://127.0.0.1:{moto}")
        answers = Answers(moto)
        port = serve(lambda h, body: reply(h, *answers.to(h.command, h.path, h.headers, body)))
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        environment |= {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_EC2_METADATA_DISABLED": "true"}
        endpoint = f"http://127.0.0.1:{port}"
        evaluate = [*options.command, "evaluate", "--benchmark", "cis-7.0.0", "--region", REGION, "--endpoint-url", endpoint]
        commands = {"tocsin": (evaluate, environment, b"15 of 15 controls compliant")}
        run(*commands["tocsin"])
        if options.record:
            options.record.write_text(recorded(answers.known))
            return
        with tempfile.TemporaryDirectory() as folder:
            if options.floor:
                least = floor(options.floor, [endpoint, REGION], pathlib.Path(folder).resolve(), environment)
                commands["floor"] = least, environment, b"nothing was decided"
            answers.delay = options.delay_ms / 1000
            runs = {name: [] for name in commands}
            for _ in range(options.runs):
                for name, command in commands.items():
                    runs[name].append(run(*command))
        print(f"{options.delay_ms:g} ms a call, {options.runs} runs, load {os.getloadavg()[0]:.1f}: smallest, median, largest")
        for name, measured in runs.items():
            for index, what in enumerate(("wall s", "cpu s", "MiB")):
                values = sorted(one[index] for one in measured)
                print(f"{name:7}{what:7}" + "".join(f"{v:9.2f}" for v in (values[0], statistics.median(values), values[-1])))
    finally:
        emulator.stdin.close()
        emulator.wait()


if __name__ == "__main__":
    main()
