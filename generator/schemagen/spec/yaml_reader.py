"""The text of a YAML 1.2 file comes in; plain Python values and the offset of each go out."""

from __future__ import annotations

import re
from typing import Any

import yaml

from schemagen.spec.source import MAX_ALIASED_NODES, MAX_DEPTH, SourceText, Tree, TreeBuilder, Value

# The core schema of YAML 1.2, section 10.3.2.
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OCTAL, _HEXADECIMAL = re.compile("0o[0-7]+"), re.compile("0x[0-9a-fA-F]+")

# libyaml reads YAML 1.1, where these three end a line; in 1.2 they are characters like others.
_LINE_ENDS_OF_1_1 = "\x85\u2028\u2029"
_PRIVATE_USE = range(0xE000, 0xF900)


def read_yaml(source: SourceText, text: str, *, pure: bool = not yaml.__with_libyaml__) -> Tree | None:
    """Read `text`, which has the same offsets as the text of `source`; None after an error of syntax.

    `pure` takes PyYAML's parser in Python in place of libyaml, which is twenty times as fast.
    """
    restore: dict[int, int] = {}
    for character in _LINE_ENDS_OF_1_1:
        if character in text:
            stand_in = next(c for c in map(chr, _PRIVATE_USE) if c not in text)
            text = text.replace(character, stand_in)
            restore[ord(stand_in)] = ord(character)
    reader = _Reader(source, restore)
    parser: Any = (yaml.SafeLoader if pure else yaml.CSafeLoader)(text)
    try:
        return reader.read(parser)
    except yaml.MarkedYAMLError as error:
        _report_syntax(source, error, reader.open_bracket())
        return None
    finally:
        parser.dispose()


class _Reader:
    """Turns the events of one YAML stream into a tree."""

    def __init__(self, source: SourceText, restore: dict[int, int]) -> None:
        self.source = source
        self.builder = TreeBuilder(source)
        self.restore = restore
        self.anchors: dict[str, Value] = {}
        # By id, with the container itself so that the id stays its own.
        self.measured: dict[int, tuple[int, int, Value]] = {}
        self.aliased_nodes = 0
        # Whether the open collections are in brackets; an entry per level, the outermost is the document.
        self.flow = [False]

    def read(self, parser: Any) -> Tree | None:
        """All events of the parser; None where the text is too deep to go on."""
        source, builder, restore = self.source, self.builder, self.restore
        next_event = parser.get_event
        flow = self.flow
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                text: str = event.value
                start: int = event.start_mark.index
                end: int = event.end_mark.index
                value: Value = text
                if restore:
                    value = text = text.translate(restore)
                if event.tag is not None:
                    # The tag `!` alone says that a plain scalar is text.
                    self.check_tag(event.tag, start, end)
                elif not event.style:
                    value = _WORDS[text] if text in _WORDS else self.number_or_text(text, start, end)
                elif event.style == '"':
                    source.storable(text, start, end)
                if event.anchor is not None:
                    self.anchors[event.anchor] = value
                if builder.key_is_next:
                    if type(value) is str and (text != "<<" or event.style):
                        builder.key(text, start, end)
                    else:
                        self.unusual_key(value, text, start, end)
                else:
                    builder.value(value, start, end)
                    if flow[-1] and not event.style and (not text or ")" in text):
                        self.check_entry(text, start, end)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                start, end = event.start_mark.index, event.end_mark.index
                container: list[Value] | dict[str, Value] = {} if kind is yaml.MappingStartEvent else []
                if event.tag is not None:
                    self.check_tag(event.tag, start, end)
                if event.anchor is not None:
                    self.anchors[event.anchor] = container
                if builder.key_is_next:
                    message = "a key must be text, not a list or a mapping"
                    source.report("key-not-text", message, start, help="quote it")
                if not builder.open(container, start, end if event.flow_style else 0):
                    return None
                flow.append(event.flow_style)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                builder.close(event.end_mark.index if flow.pop() else 0)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.DocumentStartEvent:
                if builder.places:
                    start, message = event.start_mark.index, "a second document begins here"
                    source.report("second-document", message, start, start + 3, _ONE_DOCUMENT)
                    return builder.tree()
                self.check_directives(event)
            elif kind is yaml.StreamEndEvent:
                return builder.tree()

    def open_bracket(self) -> int | None:
        """The offset of the innermost bracket that is open, where one is."""
        around = self.builder.around
        return around[-1][1][-2] if self.flow[-1] and around and around[-1][2] else None

    def number_or_text(self, text: str, start: int, end: int) -> Value:
        """The value of a plain scalar that is no word of the core schema."""
        if text[0] not in "-+.0123456789":
            return text
        if _NUMBER.fullmatch(text):
            return self.source.number(text, start, end)
        if _OCTAL.fullmatch(text):
            return self.source.integer(text[2:], 8, start, end)
        if _HEXADECIMAL.fullmatch(text):
            return self.source.integer(text[2:], 16, start, end)
        return text

    def unusual_key(self, value: Value, text: str, start: int, end: int) -> None:
        """Report a plain scalar that is no key; one that is no text is still used as the key it looks like."""
        if isinstance(value, str):
            message = "merge keys are not part of YAML 1.2"
            self.source.report("merge-key", message, start, end, "write out the keys that it brings")
            self.builder.refused_key()
            return
        kind = "null" if value is None else "a truth value" if isinstance(value, bool) else "a number"
        message = f"the key {text or '(nothing)'} is {kind}, and keys must be text"
        self.source.report("key-not-text", message, start, end, f"quote it: '{text}'")
        self.builder.key(text, start, end)

    def alias(self, event: Any) -> None:
        """Add what an alias stands for: the same object, at the place of the alias."""
        source, builder = self.source, self.builder
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        value = self.anchors.get(name)
        if name not in self.anchors:
            message = f"there is no anchor '&{name}' before this alias"
            source.report("unknown-alias", message, start, end, f"quote it if it is text: '*{name}'")
        elif isinstance(value, (dict, list)):
            open_now = [builder.container, *(frame[0] for frame in builder.around)]
            if any(container is value for container in open_now):
                message = f"the alias '*{name}' stands inside its own anchor"
                source.report("recursive-alias", message, start, end, "write it out")
                value = None
            else:
                nodes, levels = self.measure(value)
                too_many_before = self.aliased_nodes > MAX_ALIASED_NODES
                self.aliased_nodes += nodes
                if self.aliased_nodes > MAX_ALIASED_NODES:
                    if not too_many_before:
                        message = f"the aliases of this file make more than {MAX_ALIASED_NODES} values of it"
                        source.report("too-many-aliases", message, start, end, "use fewer aliases")
                    value = None
                elif len(builder.around) + levels > MAX_DEPTH:
                    message = f"this alias makes more than {MAX_DEPTH} levels inside each other"
                    source.report("too-deep", message, start, end)
                    value = None
        if not builder.key_is_next:
            builder.value(value, start, end)
        elif isinstance(value, str):
            builder.key(value, start, end)
        else:
            source.report("key-not-text", "a key must be text", start, end, "write the key itself")
            builder.refused_key()

    def measure(self, value: Value) -> tuple[int, int]:
        """How many values a value holds with its aliases written out, itself included; how many levels."""
        if not isinstance(value, (dict, list)):
            return 1, 0
        known = self.measured.get(id(value))
        if known is None:
            sizes = [self.measure(child) for child in (value.values() if isinstance(value, dict) else value)]
            levels = 1 + max((levels for _, levels in sizes), default=0)
            known = self.measured[id(value)] = (1 + sum(size for size, _ in sizes), levels, value)
        return known[:2]

    def check_tag(self, tag: str, start: int, end: int) -> None:
        if tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.source.report("tag", f"the tag {shown} has no meaning here", start, end, "remove it")

    def check_directives(self, event: Any) -> None:
        """Refuse the directives at the start of a document that would change what the text means."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.version is not None and tuple(event.version) != (1, 2):
            version = ".".join(map(str, event.version))
            message = f"the file says that it is YAML {version}, and it is read as YAML 1.2"
            self.source.report("yaml-directive", message, start, end, "remove the line or write %YAML 1.2")
        if event.tags:
            self.source.report("tag", "tags have no meaning here", start, end, "remove the %TAG line")

    def check_entry(self, text: str, start: int, end: int) -> None:
        """Look at the plain scalar that ends an entry in brackets: did YAML read what was meant?"""
        container, places = self.builder.container, self.builder.places
        if isinstance(container, list):
            if text.count(")") > text.count("("):
                self.mend_split(container, [(item, places[2 * i]) for i, item in enumerate(container)], end)
        elif isinstance(container, dict) and not text and places[-2:] == [start, end]:
            key, (key_start, key_end) = next(reversed(container)), places[-4:-2]
            if self.source.text[key_start] in "'\"":
                return
            if key.count(")") > key.count("("):
                items = [(item, places[4 * i + 2]) for i, item in enumerate(container.values())]
                self.mend_split(container, items, key_end)
            elif ":" in key:
                before, _, after = key.partition(":")
                message = f"`{key}` is one word here: a key without a value"
                advice = f"put a space after the colon: {before}: {after}"
                self.source.report("no-space-after-colon", message, key_start, key_end, advice)

    def mend_split(self, container: Value, items: list[tuple[Value, int]], end: int) -> None:
        """Join what a comma split: `{type: numeric(12,2)}` has the two entries `type: numeric(12` and `2)`.

        It is reported, and mended so that what follows does not complain about the pieces. `items` are the
        values of the container with their offsets; the last piece ends at `end`.
        """
        places = self.builder.places
        for index in range(len(items) - 2, -1, -1):
            item, start = items[index]
            if not isinstance(item, str) or item.count("(") <= item.count(")"):
                continue
            whole = self.source.text[start:end]
            if whole[0] in "'\"":
                return
            message = f"the comma splits `{whole}` into two entries"
            quoted = whole.replace("'", "''")
            self.source.report("split-at-comma", message, start, end, f"quote it: '{quoted}'")
            if isinstance(container, dict):
                keys = list(container)
                for key in keys[index + 1 :]:
                    del container[key]
                container[keys[index]] = whole
                del places[4 * (index + 1) :]
            elif isinstance(container, list):
                container[index:] = [whole]
                del places[2 * (index + 1) :]
            places[-1] = end
            return


_ONE_DOCUMENT = "keep one document in a file"
_CLOSING = {"{": "}", "[": "]"}

# What the parsers say (libyaml and PyYAML differ in words), whether the place to look at is where the
# construct began, what it means, what to do. `{char}` is the character at the error, `{first}` the one where
# the construct began, `{place}` its position.
_AT, _BEGIN = False, True
_SYNTAX: tuple[tuple[str, bool, str, str], ...] = (
    ("cannot start any token", _AT, "a value cannot begin with `{char}`", "quote the value"),
    (
        "mapping values are not allowed",
        _AT,
        "this colon cannot begin a value",
        "quote the text if the colon belongs to it; else look at the indentation here and a line above",
    ),
    (
        "expected ',' or",
        _AT,
        "the `{first}` at {place} is not closed before this",
        "close it with `{closing}`, put a comma between entries, or quote text with any of : , [ ] {{ }}",
    ),
    (
        "block mapping.*expected (key|<block end>)",
        _AT,
        "this does not belong to the mapping that begins at {place}",
        "indent it like the other keys; quote the whole text if it goes on after a closing quote",
    ),
    (
        "block collection.*expected",
        _AT,
        "this does not continue the list that begins at {place}",
        "begin each item with `- ` in the same column",
    ),
    ("quoted scalar.*(end of stream|document)", _BEGIN, "this quote is never closed", "close it"),
    (
        "unknown escape",
        _AT,
        "this escape does not exist in double quotes",
        "use single quotes, or write the backslash twice",
    ),
    (
        "Unicode character escape",
        _AT,
        "this escape is no character",
        "write the character itself, or \\U and eight hexadecimal digits",
    ),
    (
        "hexdecimal|hexadecimal",
        _AT,
        "this escape has too few hexadecimal digits",
        "use single quotes, or write the backslash twice",
    ),
    ("(alias|anchor).*alphabetic", _BEGIN, "`{first}` begins an alias or an anchor", "quote the text"),
    (
        "could not find expected ':'",
        _BEGIN,
        "this is neither `key: value` nor an item of a list",
        "add the colon, or indent or quote what belongs to the text above",
    ),
    (
        "sequence entries are not allowed",
        _AT,
        "an item of a list cannot begin here",
        "begin the list on a line of its own",
    ),
    ("document start", _AT, "this comes after the end of the document", _ONE_DOCUMENT),
    (
        "block scalar",
        _AT,
        "only a digit for the indentation, + or - may follow `|` or `>`",
        "begin the text on the next line, indented by spaces",
    ),
    ("node content", _AT, "a value is missing before this", "write the value, or quote the text if this belongs to it"),
    ("mapping keys are not allowed", _AT, "`?` cannot begin a key here", "quote the text"),
    ("incompatible|directive", _BEGIN, "this is no directive of YAML 1.2", "remove the line, or quote the text"),
    ("tag", _BEGIN, "this begins a tag, and tags have no meaning here", "remove the tag, or quote the text"),
)


def _report_syntax(source: SourceText, error: yaml.MarkedYAMLError, bracket: int | None) -> None:
    """Report what stopped the parser in words that say what to do; `bracket` is the offset of an open one."""
    text = source.text
    problem = f"{error.context or ''}: {error.problem or ''}".strip(": ")
    at: int = error.problem_mark.index if error.problem_mark else 0
    begin: int = error.context_mark.index if error.context_mark else at
    char, first = text[at : at + 1], text[begin : begin + 1]
    if char == "\t":
        later = (match.start() for match in re.finditer(r"^\t", text[at + 1 :], re.MULTILINE))
        for place in (at, *(at + 1 + offset for offset in later)):
            message = "a tab cannot indent in YAML"
            source.report("tab-indentation", message, place, place + 1, "indent with spaces")
        return
    ended = not text[at:].strip()
    if ended and bracket is not None:
        message = "this bracket is never closed"
        source.report("yaml-syntax", message, bracket, bracket + 1, "close it after the last entry")
        return
    known = (entry for entry in _SYNTAX if re.search(entry[0], problem))
    default = ("", _AT, "this is not YAML: {problem}", "")
    _, looks_back, message, advice = next(known, default)
    # At the end of the file there is nothing to look at: the place is where the construct began.
    where = begin if looks_back or ended else at
    names = {
        "char": char,
        "first": first,
        "closing": _CLOSING.get(first, ""),
        "place": source.position(begin),
        "problem": problem,
    }
    source.report("yaml-syntax", message.format(**names), where, where + 1, advice.format(**names))
