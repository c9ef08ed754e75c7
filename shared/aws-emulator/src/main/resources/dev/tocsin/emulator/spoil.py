"""Answers that are none: what a proxy, a load balancer, a broken line or a broken service makes of an answer.

`spoil` takes the call, the answer it would have got and the kind of fault, and gives the answer it gets.
The kinds are those of `FaultKind.java`.
"""

import json
import re
import xml.etree.ElementTree as ElementTree

from werkzeug.wrappers import Response

import rpc_cbor

TOKEN = "the-token-of-a-fault"

_PAGE = "<html><head><title>Sign in</title></head><body><p>Please sign in to the network.</p></body></html>"


def spoil(kind, call, response, number):
    """The answer of a kind of fault instead of `response`; `number` counts the calls that had this fault."""
    if kind.startswith("WITHOUT:"):
        return _rewritten(call, response, lambda result: _without(result, kind.removeprefix("WITHOUT:").split(".")))
    if kind.startswith("INSTEAD:"):
        return _body(kind.removeprefix("INSTEAD:"))(call, response, number)
    return _KINDS[kind](call, response, number)


def _status(code, body="", content_type="text/html"):
    return lambda call, response, number: Response(body, code, content_type=content_type)


def _body(data):
    """The body of another answer under the status and the headers of this one."""

    def answer(call, response, number):
        content = data(call, response) if callable(data) else data
        return Response(content, response.status_code, _headers(response), content_type=response.content_type)

    return answer


def _headers(response):
    return {name: value for name, value in response.headers if name.lower().startswith(("smithy", "x-amz"))}


def _nothing(call, response):
    """An answer in the right protocol that says nothing."""
    if call.protocol == "cbor":
        return rpc_cbor.encode({})
    if call.protocol == "json":
        return "{}"
    name = call.operation
    return f'<{name}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><{name}Result/></{name}Response>'


def _null(call, response):
    return b"\xf6" if call.protocol == "cbor" else "null"


def _list(call, response):
    return b"\x80" if call.protocol == "cbor" else "[]"


def _foreign(call, response):
    return '{"answer": {"of": "another protocol"}}' if call.protocol != "json" else "<Answer><Of>another</Of></Answer>"


def _cut(call, response):
    return response.get_data()[: len(response.get_data()) * 2 // 3]


def _token(new):
    def answer(call, response, number):
        token = f"{TOKEN}-{number if new else 0}"
        name = "nextToken" if call.service == "logs" else "NextToken"
        if call.protocol == "query":
            text = response.get_data(as_text=True)
            where = f"</{call.operation}Result>"
            prefix = re.search(r"<(\w+:)?%sResult" % call.operation, text)[1] or ""
            where = f"</{prefix}{call.operation}Result>"
            return Response(
                text.replace(where, f"<{prefix}{name}>{token}</{prefix}{name}>{where}"), content_type="text/xml"
            )
        return _rewritten(call, response, lambda result: result | {name: token})

    return answer


def _rewritten(call, response, change):
    """The same answer with its content changed: a result as JSON values, or the root of an XML document."""
    if call.protocol == "cbor":
        return call.answer(change(response.tocsin_result))
    if call.protocol == "json":
        return call.answer(change(json.loads(response.get_data())))
    root = change(ElementTree.fromstring(response.get_data()))
    return Response(ElementTree.tostring(root), content_type="text/xml")


def _without(value, path):
    """`value` without the members that `path` names, in every element of every list on the way."""
    if isinstance(value, ElementTree.Element):
        _drop(value, path[-1])
        return value
    if isinstance(value, list):
        return [_without(element, path) for element in value]
    if not isinstance(value, dict):
        return value
    if len(path) == 1:
        return {name: member for name, member in value.items() if name != path[0]}
    return {name: _without(member, path[1:]) if name == path[0] else member for name, member in value.items()}


def _drop(root, name):
    """Drops the elements of this name, and the entries of maps that have it for a key."""
    for parent in list(root.iter()):
        for child in list(parent):
            tag = child.tag.rpartition("}")[2]
            key = next((part.text for part in child if part.tag.rpartition("}")[2] == "key"), None)
            if tag == name or (tag == "entry" and key == name):
                parent.remove(child)


_KINDS = {
    "EMPTY_BODY": _body(b""),
    "NOTHING": _body(_nothing),
    "NULL": _body(_null),
    "LIST": _body(_list),
    "HTML_PAGE": _status(200, _PAGE),
    "NO_CONTENT": _status(204),
    "FOREIGN_PROTOCOL": _body(_foreign),
    "CUT": _body(_cut),
    "NOT_FOUND_PAGE": _status(404, _PAGE),
    "TOO_LARGE": _status(413),
    "MOVED": _status(302),
    "UNAVAILABLE_PAGE": _status(503, _PAGE),
    "SAME_TOKEN": _token(new=False),
    "NEW_TOKENS": _token(new=True),
}
