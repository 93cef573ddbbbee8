"""A name is longer than 63 bytes: PostgreSQL cuts it, with no more than a notice.

Two names that differ only after the 63rd byte become the same name, and whoever looks for the name as it was written
does not find it. Bytes count, not characters: `ä` is two.

    CREATE INDEX organisation_role_regulatory_requirements_compliance_criticality_idx ON …
"""

import re

from pglast import parser

from schemagen.diagnostics import Severity
from schemagen.lint.parse import Statement, skip_blank
from schemagen.lint.rule import Context, Rule
from schemagen.model.names import MAX_NAME_BYTES, too_long

rule = Rule(__name__, Severity.ERROR)

# Most files hold nothing this long, and the scanner takes longer than the parser.
_WORD_BYTES = bytes(
    ord("a") if (chr(byte).isascii() and chr(byte).isalnum()) or byte in b"_$" or byte >= 0x80 else ord(" ")
    for byte in range(256)
)
_LONG_WORD = b"a" * (MAX_NAME_BYTES + 1)
_LONG_QUOTED = re.compile(rb'"[^"\n]{64,}')


@rule.after_file
def _long_names(context: Context) -> None:
    data = context.file.text.data
    seen: set[str] = set()
    if _may_hold_one(data):
        for statement in context.file.statements:
            if _may_hold_one(data[statement.begin : statement.end]):
                begin = skip_blank(data, statement.begin)
                _scan(context, data[begin : statement.end].decode(errors="replace"), begin, statement, seen)
    for body in context.file.bodies:
        # With escapes a body may hold what the file's own text does not show.
        if _may_hold_one(body.text.encode(errors="replace")):
            _scan(context, body.text, body.offset, body.statement, seen)


def _may_hold_one(data: bytes) -> bool:
    return _LONG_WORD in data.translate(_WORD_BYTES) or _LONG_QUOTED.search(data) is not None


def _scan(context: Context, text: str, base: int | None, statement: Statement, seen: set[str]) -> None:
    try:
        tokens = parser.scan(text)
    except parser.ParseError:
        return
    for token in tokens:
        written = text[token.start : token.end + 1]
        name = written[1:-1].replace('""', '"') if written.startswith('"') else written
        if token.name != "IDENT" or not too_long(name) or name in seen:
            continue
        seen.add(name)
        cut = name.encode()[:MAX_NAME_BYTES].decode(errors="ignore")
        rule.report_offset(
            context,
            f"{name} has {len(name.encode())} bytes: PostgreSQL would cut it to {cut}",
            file=context.file,
            offset=statement.start if base is None else base + len(text[: token.start].encode()),
            statement=statement,
            object=name,
            help=f"choose a name of at most {MAX_NAME_BYTES} bytes",
        )
