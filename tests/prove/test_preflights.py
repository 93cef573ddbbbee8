"""What a preflight asks is asked for a reason: a file that does not ask is found by the proof, which names what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from property.trials import Trials
from schemagen.build import build
from scratch import scratch_server

FOLDER = Path(__file__).parent / "specifications"
EMPTY, EMPTY_FILE = "new_columns_without_a_value", "1_filling_schema"
ASKED, ASKED_FILE = "functions_that_policies_ask", "1_asking_schema"
FAULTS = [
    (EMPTY, EMPTY_FILE, r"IF held > 0", "IF held > 5", "1 rows parts weight price"),
    (EMPTY, EMPTY_FILE, r"IF filled.forced", "IF false", "1 rows secrets level"),
    (EMPTY, EMPTY_FILE, r"\(\d, 'public.parts', 'price'\),", "", "1 rows parts weight price"),
    ("computed_defaults_of_kept_columns", "1_sample_schema", r"AND kept.same_collation", "", "of another collation"),
    (ASKED, ASKED_FILE, r"NOT has_function_privilege\(pg_roles.oid, .*, 'EXECUTE'\)", "false",
     "may not execute what their policies ask"),
    (ASKED, ASKED_FILE, r"\('public.whose\(\)', 'readers'\)", "('public.whose()', 'app')", "execute whose readers"),
]  # fmt: skip
ROWS, ROWS_FILE = "rows_that_new_constraints_refuse", "1_holding_schema"
FAULTS += [
    (ROWS, ROWS_FILE, r"WHERE NOT \(works.held", "WHERE (works.held", "rows works old enough"),
    (ROWS, ROWS_FILE, r"PARTITION BY title, place", "PARTITION BY row_key", "rows works works_title_place_excl"),
    (ROWS, ROWS_FILE, r"NOT row_security_active", "row_security_active", "rows works works_place_fkey"),
    (ROWS, ROWS_FILE, r"IF held > 1", "IF held > 9", "rows singles singles_rank_key; rows singles one note"),
]  # fmt: skip
CHECKED, MOVES = "moves_into_checked_names", "3_naming_moves"
SLOW_FAULTS = [
    (CHECKED, MOVES, r"IF problems <> ''", "IF false", "1 rows skills # 0 staff login skills_name_check"),
    (CHECKED, MOVES, r"\n    \('level of names', .*,\n", "\n", "1 rows skills zz 0 staff login level of names"),
    (CHECKED, MOVES, r"problems text := current_setting.*;", "problems text := '';", "1 rows skills # 0 staff login"),
    (CHECKED, MOVES, r"SELECT name::text COLLATE", "SELECT whole || 'x' COLLATE", "tools_name_check1"),
]  # fmt: skip
"""Of a specification that takes long to go through."""


@pytest.fixture(scope="module")
def trials() -> Iterator[Callable[[str], Trials]]:
    with scratch_server(None) as server:

        @cache
        def of(folder: str) -> Trials:
            built = build(
                "schema.yaml", lambda path: (FOLDER / folder / path).read_bytes(), only=frozenset({"migrations"})
            )
            assert built.project is not None
            texts = {path.removeprefix("migrations/"): text for path, text in built.files.items()}
            return Trials(server, built.project, texts, "some")

        yield of


@pytest.mark.parametrize(
    ("folder", "file", "old", "new", "named"),
    [*FAULTS, *(pytest.param(*fault, marks=pytest.mark.slow) for fault in SLOW_FAULTS)],
)
def test_fault_is_named(
    trials: Callable[[str], Trials], folder: str, file: str, old: str, new: str, named: str
) -> None:
    whole = trials(folder)
    broken, places = re.subn(old, new, whole.texts[f"{file}.sql"])
    assert places, f"{file} has no {old} any more: break something else"
    assert named in (whole.find({**whole.texts, f"{file}.sql": broken}) or "nothing is found")
