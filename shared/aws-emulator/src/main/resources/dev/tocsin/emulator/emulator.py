"""The AWS services Tocsin reads, on a loopback port: moto, and in front of it what moto lacks.

Start: `python3 emulator.py`. Prints `listening PORT` and serves until its standard input ends, so that it
never outlives the process that started it. Exit status 3: moto is not installed.

`POST /_emulator/…` is for tests: `reset`, `requests`, `forget-requests`, `fault`, `forget-faults`, `amend`,
`confirm`, `unreachable`, `clock`. A fault has an error `code`, or a `kind` of answer that is none (`spoil.py`).
Requests in other protocols (S3's, Lambda's) go to moto as they are and are not listed.
"""

import io
import json
import os
import sys
import threading
import traceback

try:
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server
    from werkzeug.test import EnvironBuilder, run_wsgi_app
    from werkzeug.wrappers import Request, Response
except ImportError:
    sys.exit(3)

import behaviour
import play  # registers what it plays over what stands still
from calls import AwsError, Call, is_call
from spoil import TOKEN, spoil


class Emulator:
    """The WSGI application."""

    def __init__(self):
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._lock = threading.Lock()
        self._forget()

    def _forget(self):
        self._state, self._requests, self._faults, self._amendments = behaviour.State(), [], [], []

    @Request.application
    def __call__(self, request):
        # Before the lock, because a client that gives up in the middle of its body must stop nobody else.
        body = request.get_data()
        with self._lock:
            if request.path.startswith("/_emulator/"):
                return self._control(request.path.removeprefix("/_emulator/"), json.loads(body))
            if is_call(request):
                return self._serve(request)
        request.environ["wsgi.input"] = io.BytesIO(body)
        return self._moto

    def _serve(self, request):
        call = Call(request)
        record = {
            "service": call.service,
            "operation": call.operation,
            "region": call.region,
            "parameters": call.parameters,
            "error": None,
        }
        self._requests.append(record)
        fault = self._fault(call)
        try:
            if fault and "code" in fault:
                raise AwsError(fault["code"], fault["message"], fault["status"])
            _forget_token(call)
            function = behaviour.OPERATIONS.get((call.service, call.operation))
            if function:
                result = function(call, self._ask_moto, self._state)
            else:
                result = self._ask_moto(call)
            for amendment in self._amendments:
                if _concerns(amendment, call):
                    result = result | amendment["result"]
            response = call.answer(result)
        except AwsError as error:
            record["error"] = error.code
            response, result = call.refuse(error), {}
        if fault and "kind" in fault:
            response.tocsin_result = result
            return spoil(fault["kind"], call, response, fault["times"])
        return response

    def _fault(self, call):
        for fault in self._faults:
            if _concerns(fault, call) and fault["times"] != 0:
                fault["times"] -= 1
                return fault
        return None

    def _ask_moto(self, call, operation=None, parameters=None):
        """moto's result for a call, or for another operation of the same service."""
        operation = operation or call.operation
        parameters = call.parameters if parameters is None else parameters
        headers = dict(call.headers)
        if call.protocol == "query":
            body, content_type = behaviour.form(parameters, operation), "application/x-www-form-urlencoded"
        else:
            body, content_type = json.dumps(parameters), "application/x-amz-json-1.1"
            headers["X-Amz-Target"] = f"{call.target.rpartition('.')[0]}.{operation}"
        environ = EnvironBuilder("/", method="POST", data=body, headers=headers, content_type=content_type)
        try:
            chunks, status, _ = run_wsgi_app(self._moto, environ.get_environ(), buffered=True)
        except NotImplementedError as missing:
            raise AwsError("UnknownOperationException", str(missing)) from missing
        except Exception as defect:
            raise AwsError("InternalFailure", traceback.format_exc(), 500) from defect
        text = b"".join(chunks).decode()
        code = int(status.split()[0])
        if call.protocol == "query":
            if code >= 300:
                raise _query_error(text, code)
            return text
        result = json.loads(text or "{}")
        if code >= 300:
            raise AwsError(result["__type"], result.get("message") or result.get("Message", ""), code)
        return result

    def _control(self, action, body):
        if action == "reset":
            run_wsgi_app(self._moto, EnvironBuilder("/moto-api/reset", method="POST").get_environ(), buffered=True)
            self._forget()
        elif action == "requests":
            return Response(json.dumps(self._requests), content_type="application/json")
        elif action == "forget-requests":
            self._requests = []
        elif action == "fault":
            self._faults.append(body)
        elif action == "forget-faults":
            self._faults = []
        elif action == "amend":
            self._amendments.append(body)
        elif action == "confirm":
            self._state.confirmed.add((body["topicArn"], body["endpoint"]))
        elif action == "unreachable":
            self._state.unreachable.add((body["topicArn"], body["endpoint"]))
        elif action == "clock":
            self._state.clock = body["epochSecond"]
        else:
            return Response(f"unknown action {action}", 404)
        return Response("{}", content_type="application/json")


def _concerns(rule, call):
    """Whether a fault or an amendment is about this call: operation and every parameter it names."""
    return (rule["service"], rule["operation"]) == (call.service, call.operation) and all(
        call.parameters.get(name) == value for name, value in rule["where"].items()
    )


def _forget_token(call):
    """A page that a fault's token asks for is the first again."""
    for name in ("nextToken", "NextToken"):
        if str(call.parameters.get(name, "")).startswith(TOKEN):
            del call.parameters[name]


def _query_error(xml, status):
    def text(tag):
        return xml.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]

    return AwsError(text("Code"), text("Message"), status)


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type, message, *args):
        pass


def main():
    server = make_server("127.0.0.1", 0, Emulator(), threaded=True, request_handler=_Quiet)
    print(f"listening {server.port}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
