"""Filter patterns of CloudWatch Logs on JSON, as its user guide words them.

Written apart from Tocsin's own matcher, so that the two can disagree. What this does not know (terms that are
optional or excluded, space-delimited patterns) is a `ValueError`, never an answer.
"""

import json
import re

_TOKEN = re.compile(
    r"""\s*(?:(?P<selector>\$(?:\.[\w-]+|\[(?:\d+|\*)\]|\['[^']*'\])*)
    |"(?P<quoted>(?:[^"\\]|\\.)*)"|%(?P<regex>[^%]*)%
    |(?P<sign>&&|\|\||!=|<=|>=|[=<>()])|(?P<bare>[^\s()=<>!&|"]+))""",
    re.VERBOSE,
)
_STEP = re.compile(r"\.([\w-]+)|\[(\d+|\*)\]|\['([^']*)'\]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def matches(pattern, message):
    """Whether a log event, as text, matches."""
    text = pattern.strip()
    if not text.startswith("{"):
        return _all_terms(text, message)
    try:
        event = json.loads(message)
    except ValueError:
        return False
    return isinstance(event, dict) and _Parser(text[1 : text.rindex("}")]).whole()(event)


def _all_terms(text, message):
    if re.search(r"[\[\]?%-]", text):
        raise ValueError(f"not understood here: {text}")
    return all(term.strip('"') in message for term in re.findall(r'"[^"]*"|\S+', text))


class _Parser:
    """Recursive descent; each method gives a function from an event to whether it holds."""

    def __init__(self, text):
        self._tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            token = _TOKEN.match(text, at)
            if not token:
                raise ValueError(f"not understood at {at}: {text}")
            self._tokens.append((token.lastgroup, token[token.lastgroup]))
            at = token.end()

    def whole(self):
        holds = self._any()
        if self._tokens:
            raise ValueError(f"left over: {self._tokens}")
        return holds

    def _any(self):
        parts = [self._all()]
        while self._take("||"):
            parts.append(self._all())
        return lambda event: any(part(event) for part in parts)

    def _all(self):
        parts = [self._one()]
        while self._take("&&"):
            parts.append(self._one())
        return lambda event: all(part(event) for part in parts)

    def _one(self):
        if self._take("("):
            holds = self._any()
            if not self._take(")"):
                raise ValueError("expected )")
            return holds
        kind, selector = self._tokens.pop(0)
        if kind != "selector":
            raise ValueError(f"expected a selector, found {selector}")
        condition = self._condition()
        steps = [name or index or quoted for name, index, quoted in _STEP.findall(selector)]
        return lambda event: any(condition(value) for value in _values(event, steps))

    def _condition(self):
        kind, word = self._tokens.pop(0)
        if kind == "bare":
            return _STATES[word.upper(), self._tokens.pop(0)[1].upper()]
        kind, text = self._tokens.pop(0)
        if word in ("=", "!="):
            equal = _equality(kind, text)
            return equal if word == "=" else lambda value: value is not MISSING and equal(value) is False
        number = float(text)
        return lambda value: _is_number(value) and _ORDER[word](value, number)

    def _take(self, sign):
        if self._tokens and self._tokens[0] == ("sign", sign):
            del self._tokens[0]
            return True
        return False


MISSING = object()
_STATES = {
    ("IS", "NULL"): lambda value: value is None,
    ("IS", "TRUE"): lambda value: value is True,
    ("IS", "FALSE"): lambda value: value is False,
    ("NOT", "EXISTS"): lambda value: value is MISSING,
}
_ORDER = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


def _equality(kind, text):
    """Whether a value equals; None where the two cannot be compared."""
    if kind == "regex":
        return lambda value: bool(re.search(text, value)) if isinstance(value, str) else None
    wanted = re.compile(".*".join(map(re.escape, re.sub(r"\\(.)", r"\1", text).split("*"))), re.DOTALL)
    number = float(text) if kind == "bare" and _NUMBER.fullmatch(text) else None

    def equal(value):
        if _is_number(value):
            return value == number if number is not None else bool(wanted.fullmatch(str(value)))
        return bool(wanted.fullmatch(value)) if isinstance(value, str) else None

    return equal


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _values(value, steps):
    if not steps:
        return [value]
    step, rest = steps[0], steps[1:]
    if step == "*":
        members = value if isinstance(value, list) else []
        return [found for member in members for found in _values(member, rest)] or [MISSING]
    if isinstance(value, list) and step.isdigit() and int(step) < len(value):
        return _values(value[int(step)], rest)
    if isinstance(value, dict) and step in value:
        return _values(value[step], rest)
    return [MISSING]
