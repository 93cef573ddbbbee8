"""Two ways to write a schema: in, a schema and what is asked of it; out, methods of zod or functions of zod/mini.

A call is marked PURE so that a bundler drops the schemas that an application does not use. In a chain of methods the
first call carries the mark for all of it; a function that is given to another one needs its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from schemagen.records import dataclass
from schemagen.render.typescript import Code

Package = Literal["zod", "zod/v4", "zod/mini"]

PURE = "/*@__PURE__*/ "

_METHODS = {"minLength": "min", "maxLength": "max", "minimum": "min", "maximum": "max"}
"""The methods that zod has for checks whose functions have other names in zod/mini."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is asked of a value, by the name of its function in zod/mini."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Flavour:
    """How schemas are written for a package."""

    package: Package

    def checked(self, schema: str, checks: Iterable[Check]) -> str:
        """The schema with checks, which are asked in this order."""
        if self.package == "zod/mini":
            calls = ", ".join(f"{PURE}z.{check.name}({check.arguments})" for check in checks)
            return f"{schema}.check({calls})" if calls else schema
        return schema + "".join(f".{_METHODS.get(check.name, check.name)}({check.arguments})" for check in checks)

    def refined(self, checks: Iterable[Check]) -> Code:
        """What follows the schema of an object whose rows are checked, each check on a line of its own."""
        calls = [f"{check.name}({check.arguments})" for check in checks]
        if self.package == "zod/mini":
            lines = "".join(f"  {PURE}z.{call},\n" for call in calls)
            return Code(f".check(\n{lines})" if calls else "")
        return Code("".join(f"\n  .{call}" for call in calls))

    def nullable(self, schema: Code) -> Code:
        """The schema, or null."""
        return self._wrapped(schema, "nullable")

    def optional(self, schema: Code) -> Code:
        """The schema, for a key that may be left out."""
        return self._wrapped(schema, "optional")

    def _wrapped(self, schema: Code, name: str) -> Code:
        if self.package == "zod/mini":
            return Code(f"{PURE}z.{name}({schema})")
        call = f"{schema}.{name}()"
        return Code(call if schema.startswith(PURE) else PURE + call)
