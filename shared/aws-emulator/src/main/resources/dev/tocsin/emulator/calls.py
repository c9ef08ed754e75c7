"""One AWS API call: read from an HTTP request, and its answer written in the protocol it came in.

Three protocols: JSON (`X-Amz-Target`), query (`Action=`, answered in XML) and Smithy RPC v2 CBOR.
"""

import json
import re
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from moto.iam.models import get_account_id_from
from werkzeug.wrappers import Response

import rpc_cbor

_CBOR_PATH = re.compile(r"/service/(?P<target>[^/]+)/operation/(?P<operation>[^/]+)")
_SCOPE = re.compile(r"Credential=(?P<access_key>[^/]+)/\d+/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")

# Signing name -> IAM prefix, where they differ.
_IAM_PREFIX = {"monitoring": "cloudwatch"}


class AwsError(Exception):
    """An error answer: code as the service spells it, message, HTTP status."""

    def __init__(self, code, message, status=400):
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


def is_call(request):
    """Whether a request is in one of the three protocols."""
    return bool(
        _CBOR_PATH.fullmatch(request.path)
        or request.headers.get("X-Amz-Target")
        or request.mimetype == "application/x-www-form-urlencoded"
    )


class Call:
    """`service` is the IAM prefix, `parameters` the operation's input as JSON values."""

    def __init__(self, request):
        scope = _SCOPE.search(request.headers.get("Authorization", ""))
        if not scope:
            raise AwsError("MissingAuthenticationToken", "the request is not signed", 403)
        self.signing_name = scope["service"]
        self.service = _IAM_PREFIX.get(self.signing_name, self.signing_name)
        self.account = get_account_id_from(scope["access_key"])
        self.region = scope["region"]
        self.place = self.account, self.region
        self.headers = {"Authorization": request.headers["Authorization"]}
        body = request.get_data()
        path = _CBOR_PATH.fullmatch(request.path)
        target = request.headers.get("X-Amz-Target")
        if path:
            self.protocol, self.operation = "cbor", path["operation"]
            self.target = f"{path['target']}.{self.operation}"
            self.parameters = rpc_cbor.decode(body)
        elif target:
            self.protocol, self.operation, self.target = "json", target.rpartition(".")[2], target
            self.parameters = json.loads(body or "{}")
        else:
            self.parameters = dict(parse_qsl(body.decode(), keep_blank_values=True))
            self.protocol, self.target = "query", None
            self.operation = self.parameters.pop("Action")
            self.parameters.pop("Version", None)

    def answer(self, result):
        """The HTTP response to this call for a result: JSON values, or XML text of the query protocol."""
        if self.protocol == "cbor":
            return self._cbor(result, 200)
        if self.protocol == "json":
            return Response(json.dumps(result), 200, content_type="application/x-amz-json-1.1")
        return Response(result, 200, content_type="text/xml")

    def refuse(self, error):
        """The HTTP response to this call for an `AwsError`."""
        body = {"__type": error.code, "message": error.message}
        if self.protocol == "cbor":
            return self._cbor(body, error.status)
        if self.protocol == "json":
            headers = {"x-amzn-ErrorType": error.code}
            return Response(json.dumps(body), error.status, headers, content_type="application/x-amz-json-1.1")
        xml = (
            f"<ErrorResponse><Error><Type>Sender</Type><Code>{escape(error.code)}</Code>"
            f"<Message>{escape(error.message)}</Message></Error><RequestId>emulator</RequestId></ErrorResponse>"
        )
        return Response(xml, error.status, content_type="text/xml")

    @staticmethod
    def _cbor(value, status):
        headers = {"smithy-protocol": "rpc-v2-cbor"}
        return Response(rpc_cbor.encode(value), status, headers, content_type="application/cbor")
