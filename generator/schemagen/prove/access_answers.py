"""Statements in; out, what the server answers to each one as a role, in a subtransaction that is undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.access.sessions import Session
from schemagen.access.verdicts import PASSED
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

_TRY = r"""
CREATE FUNCTION pg_temp.schemagen_try(role text, settings text[], statement text, together boolean) RETURNS text[]
LANGUAGE plpgsql AS $body$
DECLARE
  answer text[];
  reached bigint;
  said text;
  context text;
  relation text;
BEGIN
  BEGIN
    FOR number IN 1 .. coalesce(array_length(settings, 1), 0) LOOP
      PERFORM set_config(settings[number][1], settings[number][2], true);
    END LOOP;
    IF role IS NOT NULL THEN
      EXECUTE format('SET LOCAL ROLE %I', role);
    END IF;
    IF together THEN
      EXECUTE format('WITH tried (key) AS (%s) SELECT array_agg(key) FROM tried', statement) INTO answer;
    ELSE
      EXECUTE statement;
      GET DIAGNOSTICS reached = ROW_COUNT;
      answer := ARRAY[reached::text];
    END IF;
    -- Whatever was done is undone with this block; only the answer stays.
    RAISE EXCEPTION SQLSTATE 'SGEND';
  EXCEPTION WHEN OTHERS THEN
    IF SQLSTATE <> 'SGEND' THEN
      GET STACKED DIAGNOSTICS said = MESSAGE_TEXT, context = PG_EXCEPTION_CONTEXT, relation = TABLE_NAME;
      -- Constraints of tables are asked last: who gets as far as that was let through. Those of domains, and triggers
      -- that use such a code, are asked before.
      answer := CASE WHEN SQLSTATE LIKE '23%' AND relation <> '' AND NOT together THEN ARRAY['1']
        ELSE ARRAY['error', SQLSTATE, said, context] END;
    END IF;
  END;
  RETURN coalesce(answer, '{}');
END
$body$
"""

_FUNCTION = re.compile(r"^(?:PL/\w+|SQL) function (?!.*schemagen_try).*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A statement, and as whom it is run: None is the superuser, whom no policy binds.

    `together` says that it returns the keys of the rows that it reaches; else it is asked how many these are.
    """

    role: str | None
    statement: str
    together: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The keys that a statement returned, or how many rows it reached; or the SQLSTATE of an error and its `reason`."""

    found: tuple[str, ...]
    error: str = ""
    reason: str = ""

    @property
    def verdict(self) -> str:
        """What came of a statement about one row."""
        return self.error or self.found[0]

    @property
    def in_words(self) -> str:
        """Why there is no row where there is none."""
        return self.reason or ("no error, and no row" if self.verdict == PASSED else self.verdict)


def prepare(connection: Connection) -> None:
    """Make the function that asks, for this session."""
    connection.execute(_TRY.encode())


def ask(connection: Connection, session: Session, questions: Sequence[Question]) -> list[Answer]:
    """The answers in the order of the questions, which do not see what another one did."""
    settings = [list(pair) for pair in session.settings] or None
    query = (
        "SELECT pg_temp.schemagen_try(role, %s::text[], statement, together) "
        "FROM unnest(%s::text[], %s::text[], %s::boolean[]) AS question (role, statement, together)"
    )
    columns = ([q.role for q in questions], [q.statement for q in questions], [q.together for q in questions])
    return [_answer(list(found)) for (found,) in connection.execute(query, [settings, *columns]).fetchall()]


def _answer(found: list[str]) -> Answer:
    if found[:1] != ["error"]:
        return Answer(tuple(found))
    _, code, said, context = found
    return Answer((), code, reason(said, code, context))


def reason(said: str, code: str, context: str | None) -> str:
    """`no nights in ward 1 (P0001), PL/pgSQL function refuse_nights() line 4 at RAISE`: who said it is named too."""
    function = _FUNCTION.search(context or "")
    return f"{said} ({code})" + (f", {function[0]}" if function else "")
