"""Smithy RPC v2 CBOR bodies: the protocol in which newer AWS SDKs call CloudWatch.

In: bytes of a request body. Out: bytes of a response body. Values are those of `json`; a number whose
member name ends in `Timestamp`, `Timestamps` or `Date` is written as a CBOR epoch time (tag 1), as the service does.
"""

import datetime
import io
import struct

from botocore.parsers import RpcV2CBORParser

_PARSER = RpcV2CBORParser()


def decode(body):
    """The value of a request body; a time becomes seconds since the epoch; an empty body is `{}`."""
    if not body:
        return {}
    return _without_datetimes(_PARSER.parse_data_item(io.BufferedReader(io.BytesIO(body))))


def encode(value):
    """The bytes of a response body. Members that are `None` are left out."""
    out = bytearray()
    _write(out, value, is_time=False)
    return bytes(out)


def _without_datetimes(value):
    if isinstance(value, dict):
        return {key: _without_datetimes(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_without_datetimes(member) for member in value]
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    return value


def _write(out, value, is_time):
    if isinstance(value, bool):
        out.append(0xF5 if value else 0xF4)
    elif isinstance(value, (int, float)) and is_time:
        out.append(0xC1)
        out += struct.pack(">Bd", 0xFB, value)
    elif isinstance(value, int):
        _head(out, 0, value) if value >= 0 else _head(out, 1, -1 - value)
    elif isinstance(value, float):
        out += struct.pack(">Bd", 0xFB, value)
    elif isinstance(value, str):
        encoded = value.encode()
        _head(out, 3, len(encoded))
        out += encoded
    elif isinstance(value, list):
        _head(out, 4, len(value))
        for member in value:
            _write(out, member, is_time)
    elif isinstance(value, dict):
        members = {key: member for key, member in value.items() if member is not None}
        _head(out, 5, len(members))
        for key, member in members.items():
            _write(out, key, is_time=False)
            _write(out, member, is_time=key.endswith(("Timestamp", "Timestamps", "Date")))
    else:
        raise TypeError(f"no CBOR form for {type(value).__name__}")


def _head(out, major_type, argument):
    if argument < 24:
        out.append(major_type << 5 | argument)
        return
    for additional_info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << 8 * size:
            out.append(major_type << 5 | additional_info)
            out += argument.to_bytes(size, "big")
            return
    raise OverflowError(argument)
