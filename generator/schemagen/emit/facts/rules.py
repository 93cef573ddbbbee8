"""Rules that are functions: in, what a column carries; out, in words, those that no JSON Schema can state."""

from __future__ import annotations

from schemagen.emit.facts.digits import as_text
from schemagen.emit.facts.wire import Array, Formatted, Integer, Numeric, Rule, Text, Vector, Wire

_WORDS = {
    "areMoments": "that PostgreSQL has the days of the bounds",
    "doublesFit": "that double precision holds each number",
    "hasNoHostBits": "that no bit is set to the right of the mask",
    "intervalFits": "that months and days fit in 32 bits and microseconds in 64",
    "isLine": "that the first two numbers are not both zero",
    "isMoment": "that there is such a day, within the years of PostgreSQL",
    "isSnapshot": "that the transactions are in order",
    "isWithin": "that the number is within its type and checks",
    "isVector": "how many numbers it has, and that each fits in 32 bits",
    "lexemesFit": "that no lexeme has more than 2046 bytes of UTF-8",
    "parenthesesMatch": "that the parentheses match",
    "rangesInOrder": "that bounds are in order and within their type",
}  # fmt: skip


def in_words(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """What the rules ask, each as the end of a sentence."""
    return tuple(_WORDS[rule.name] for rule in rules)


def not_in_json_schema(wire: Wire) -> tuple[str, ...]:
    """What Zod asks of a value and JSON Schema cannot say, each as the end of a sentence."""
    match wire:
        case Formatted():
            return in_words(wire.rules)
        case Integer(carried="string") | Numeric(carried="string"):
            return not_in_json_schema(as_text(wire))
        case Vector():
            # As numbers it can be said whole.
            return tuple(f"of its text, {words}" for words in in_words(wire.text.rules))
        case Text(bytes=int(most)):
            return (f"that it has at most {most} bytes of UTF-8",)
        case Array():
            even = wire.sent_dimensions is not None and wire.sent_dimensions > 1
            shape = ("that arrays of one level are of one length",) if even else ()
            return (*shape, *not_in_json_schema(wire.element))
        case _:
            return ()
